// Package guard keeps programs that follow addresses found on the web away from networks that are not public: this
// machine, the private network it stands in, and the services that clouds offer at link-local addresses.
package guard

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
)

// ErrPrivate is wrapped by every error about an address that is not public.
var ErrPrivate = errors.New("not a public address")

// ErrPort is wrapped by every error about a port that no page is served from.
var ErrPort = errors.New("not a port of the web")

// Dialer connects to public addresses only, unless private ones are allowed. It looks at the address after the name was
// looked up, just before each connection, so a name cannot change its address in between.
func Dialer(allowPrivate bool) *net.Dialer {
	d := &net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}
	if allowPrivate {
		return d
	}
	d.Control = func(_, address string, _ syscall.RawConn) error {
		to, err := netip.ParseAddrPort(address)
		if err != nil {
			return fmt.Errorf("%w: %s", ErrPrivate, address)
		}
		if err := Port(to.Port()); err != nil {
			return err
		}
		return Addr(to.Addr())
	}
	return d
}

// Addr refuses addresses that are not public. One that carries another, IPv4 in IPv6, is judged by what it carries;
// those of tunnels (6to4, Teredo) are refused altogether.
func Addr(ip netip.Addr) error {
	ip = ip.Unmap().WithZone("")
	carried := ip
	if ssrf.IPv6NAT64Prefix.Contains(ip) { // what a network without IPv4 makes of the public ones
		b := ip.As16()
		carried = netip.AddrFrom4([4]byte(b[12:]))
	}
	if err := ssrf.New(ssrf.WithAnyPort()).SafeAddr(carried); err != nil {
		return fmt.Errorf("%w: %s", ErrPrivate, ip)
	}
	return nil
}

// Host refuses names and addresses as they stand in a URL that cannot be public. It is for requests that go through a
// proxy, which looks the name up where we don't see it; what it lets pass may still be private.
func Host(host string) error {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if ip, ok := Literal(host); ok {
		return Addr(ip)
	}
	if host == "" || !strings.Contains(host, ".") || slices.ContainsFunc(privateSuffixes(), func(s string) bool { return strings.HasSuffix("."+host, s) }) {
		return fmt.Errorf("%w: %s", ErrPrivate, host)
	}
	return nil
}

// privateSuffixes end names that no public name server answers for (RFC 6761, 6762, 8375, 9476 and ICANN's .internal).
func privateSuffixes() []string {
	return []string{".localhost", ".local", ".internal", ".home.arpa", ".alt", ".onion", ".test", ".invalid", ".lan", ".intranet", ".corp", ".localdomain"}
}

// Literal reads a host that is an address, with the forms of IPv4 that the C library and browsers take: one to four parts,
// each decimal, octal or hexadecimal, the last filling what is left.
func Literal(host string) (netip.Addr, bool) {
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip, true
	}
	parts := strings.Split(host, ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	var sum uint64
	for i, part := range parts {
		n, ok := number(part)
		last := i == len(parts)-1
		if !ok || !last && n > 255 || last && n >= 1<<(8*(5-len(parts))) {
			return netip.Addr{}, false
		}
		if last {
			sum += n
		} else {
			sum += n << (8 * (3 - i))
		}
	}
	return netip.AddrFrom4([4]byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)}), true
}

// number reads one part of an address.
func number(s string) (uint64, bool) {
	base := 10
	switch {
	case strings.HasPrefix(s, "0x"):
		s, base = s[2:], 16
		if s == "" {
			return 0, true // as browsers read it
		}
	case len(s) > 1 && s[0] == '0':
		base = 8
	}
	n, err := strconv.ParseUint(s, base, 33)
	return n, err == nil
}

// Port refuses ports at which other services listen, as browsers do: a request could be made to speak to them. The list
// is that of the Fetch standard.
func Port(port uint16) error {
	if port == 0 || slices.Contains(badPorts(), port) {
		return fmt.Errorf("%w: %d", ErrPort, port)
	}
	return nil
}

func badPorts() []uint16 {
	return []uint16{
		1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
		111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
		540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
		6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
	}
}
