package guard

import (
	"errors"
	"net"
	"net/netip"
	"testing"
)

func TestAddr(t *testing.T) {
	private := []string{
		"127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1",
		"169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255",
		"240.0.0.1", "192.0.2.1", "203.0.113.9",
		"::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "fec0::1", "2001:db8::1", "2001::1",
		"::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:10.0.0.1", "::127.0.0.1", // mapped and compatible
		"64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::808:808", // NAT64
		"2002:7f00:1::", "2002:a9fe:a9fe::", // 6to4
	}
	for _, ip := range private {
		if err := Addr(netip.MustParseAddr(ip)); !errors.Is(err, ErrPrivate) {
			t.Errorf("Addr(%s) = %v, want ErrPrivate", ip, err)
		}
	}
	for _, ip := range []string{"8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "::ffff:8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"} {
		if err := Addr(netip.MustParseAddr(ip)); err != nil {
			t.Errorf("Addr(%s) = %v", ip, err)
		}
	}
}

func TestHost(t *testing.T) {
	private := []string{
		"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "0", "0.0.0.0",
		"10.1", "192.168.257", "017700000001", "localhost", "LOCALHOST.", "app.localhost", "intranet", "printer.local",
		"metadata.google.internal", "router.home.arpa", "", "169.254.169.254.",
	}
	for _, host := range private {
		if err := Host(host); !errors.Is(err, ErrPrivate) {
			t.Errorf("Host(%q) = %v, want ErrPrivate", host, err)
		}
	}
	for _, host := range []string{"example.com", "example.com.", "8.8.8.8", "134744072", "010.010.010.010", "xn--bj0bj06e.kr", "local.kr", "1.2.3.4.example", "256.example.kr"} {
		if err := Host(host); err != nil {
			t.Errorf("Host(%q) = %v", host, err)
		}
	}
}

func TestDialer(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	for _, host := range []string{"127.0.0.1", "localhost", "::ffff:127.0.0.1", "0.0.0.0"} {
		if _, err := Dialer(false).DialContext(t.Context(), "tcp", net.JoinHostPort(host, port)); !errors.Is(err, ErrPrivate) {
			t.Errorf("dialling %s: %v, want ErrPrivate", host, err)
		}
	}
	conn, err := Dialer(true).DialContext(t.Context(), "tcp", listener.Addr().String())
	if err != nil {
		t.Fatalf("private addresses are allowed: %v", err)
	}
	_ = conn.Close()
	if _, err := Dialer(false).DialContext(t.Context(), "tcp", "8.8.8.8:25"); !errors.Is(err, ErrPort) {
		t.Errorf("dialling a mail server: %v, want ErrPort", err)
	}
}
