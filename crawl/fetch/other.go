package fetch

import "net/url"

// NetworkError says why there was no answer to somebody else's request, of which only the error is known.
func NetworkError(address string, err error) *Error {
	u, parseErr := url.Parse(address)
	if parseErr != nil {
		u = new(url.URL)
	}
	e := networkError(u, err)
	e.URL = Public(address)
	return e
}
