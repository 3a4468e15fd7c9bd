package fetch

import (
	"net/url"
	"strings"
)

// Host is the host of an address with its port, the same for all pages of a site: one with www. before it, or asked the
// other way (http, https), is no other.
func Host(u *url.URL) string {
	port := u.Port()
	if port == "80" || port == "443" {
		port = ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.") + ":" + port
}
