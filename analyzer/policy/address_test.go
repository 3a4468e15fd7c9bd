package policy

import "testing"

func TestAddress(t *testing.T) {
	for _, test := range []struct{ name, base, ref, want string }{
		{"https://a.example.com/x/privacy.html", "", "processors.html#top", "https://a.example.com/x/processors.html"},
		{"https://a.example.com/x/privacy.html", "", "//b.example.com/?q=1", "https://b.example.com/?q=1"},
		{"https://a.example.com/x/privacy.html", "/y/", " processors.html ", "https://a.example.com/y/processors.html"},
		{"https://a.example.com/x/privacy.html", "https://c.example.com/z/", "p", "https://c.example.com/z/p"},
		{"https://a.example.com/x/y/privacy", "../z/", "sub/p.html#a", "https://a.example.com/x/z/sub/p.html"},
		{"saved/privacy.html", "", "processors.html", "processors.html"},
		{"saved/privacy.html", "https://c.example.com/z/", "p", "https://c.example.com/z/p"},
		{"https://a.example.com/", "", "mailto:dpo@a.example.com", ""},
		{"https://a.example.com/", "", "javascript:open('x')", ""},
		{"https://a.example.com/", "", "tel:02-000-0000", ""},
		{"https://a.example.com/", "", "http://[::1", ""},
		{"https://a.example.com/", "", "/위탁", "https://a.example.com/%EC%9C%84%ED%83%81"},
	} {
		d := &Document{File: NewFile(test.name, "", "utf-8", nil), Base: test.base}
		got := ""
		if u, ok := d.Address(test.ref); ok {
			got = u.String()
		}
		if got != test.want {
			t.Errorf("%s, base %q: %q leads to %q, want %q", test.name, test.base, test.ref, got, test.want)
		}
	}
}
