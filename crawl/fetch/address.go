package fetch

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// Normalize reads an address as a browser reads what somebody typed or linked: with Hangul in its host, path and query,
// blanks around and in it, backslashes for slashes and stray percent signs. base is where it stands, or nil. The result
// has the ASCII form of its host, and only http and https have one.
func Normalize(address string, base *url.URL) (*url.URL, error) {
	address = strings.Trim(address, "\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\v\f\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f ")
	address = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(address)
	if scheme := schemeOf(address); scheme != "" && scheme != "http" && scheme != "https" {
		return nil, fmt.Errorf("%w: %s", errScheme, scheme)
	}
	rest, fragment, hasFragment := strings.Cut(address, "#")
	path, query, hasQuery := strings.Cut(rest, "?")
	path = escape(strings.ReplaceAll(path, `\`, "/"))
	u, err := url.Parse(path)
	if err != nil {
		return nil, errAddress // the error would quote passwords
	}
	u.RawQuery, u.ForceQuery = escape(query), hasQuery && query == ""
	if fragment = escape(fragment); hasFragment {
		u.RawFragment = fragment
		if u.Fragment, err = url.PathUnescape(fragment); err != nil {
			return nil, errAddress
		}
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	switch {
	case u.Scheme != "http" && u.Scheme != "https", u.Hostname() == "", u.Opaque != "":
		return nil, errAddress
	}
	return u, ascii(u)
}

var (
	errScheme  = errors.New("not an address of the web")
	errAddress = errors.New("not an address")
)

// schemeOf is the scheme of an address in lower case, or "".
func schemeOf(address string) string {
	scheme, _, ok := strings.Cut(address, ":")
	scheme = strings.ToLower(scheme)
	if !ok || scheme == "" || strings.Trim(scheme, "abcdefghijklmnopqrstuvwxyz0123456789+-.") != "" || scheme[0] < 'a' {
		return ""
	}
	return scheme
}

// escape writes what may not stand in an address as %XX: blanks, quotes and a percent sign that begins no escape. Hangul
// stays until the address is written.
func escape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%' && !(i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2])):
			b.WriteString("%25")
		case c <= ' ' || c == 0x7f || strings.IndexByte(`"<>^`+"`{|}", c) >= 0:
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// ascii writes the host as it is looked up, and the query as it is sent.
func ascii(u *url.URL) error {
	host, port := u.Hostname(), u.Port()
	if _, err := netip.ParseAddr(host); err != nil {
		for i := range len(host) {
			if host[i] >= 0x80 {
				if host, err = idna.Lookup.ToASCII(host); err != nil {
					return errAddress
				}
				break
			}
		}
		if host == "" || strings.ContainsAny(host, " %:<>^|\"[]\\@") {
			return errAddress
		}
		u.Host = strings.ToLower(host)
		if port != "" {
			u.Host += ":" + port
		}
	}
	u.RawQuery = nonASCII(u.RawQuery)
	return nil
}

func nonASCII(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if s[i] < 0x80 {
			b.WriteByte(s[i])
		} else {
			fmt.Fprintf(&b, "%%%02X", s[i])
		}
	}
	return b.String()
}

// Public is an address as it may be shown: without the name and password that may stand in it.
func Public(address string) string {
	plain := strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(address)
	for i := 0; i+1 < len(plain); i++ {
		if !isSlash(plain[i]) || !isSlash(plain[i+1]) {
			continue
		}
		host := plain[i+2:]
		if end := strings.IndexAny(host, `/\?#`); end >= 0 {
			host = host[:end]
		}
		if at := strings.LastIndex(host, "@"); at >= 0 {
			return plain[:i+2] + plain[i+2+at+1:]
		}
		break
	}
	return address
}

func isSlash(c byte) bool { return c == '/' || c == '\\' }

// origin is what robots.txt speaks for.
func origin(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	return u.Scheme + "://" + u.Hostname() + ":" + port
}

// path is what robots.txt speaks of.
func path(u *url.URL) string {
	return (&url.URL{Scheme: u.Scheme, Host: "x", Path: u.Path, RawPath: u.RawPath, RawQuery: u.RawQuery, ForceQuery: u.ForceQuery}).RequestURI()
}
