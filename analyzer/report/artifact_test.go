package report

import (
	"net/url"
	"testing"
)

func TestArtifact(t *testing.T) {
	for _, n := range hostileNames {
		a := hostileOptions.artifact(n.name)
		if a.inside != (n.inside != "") || a.inside && a.path != n.inside {
			t.Errorf("%q is %+v, want %q", n.name, a, n.inside)
		}
		u, err := url.Parse(a.uri())
		if err != nil {
			t.Errorf("%q: %v", n.name, err)
			continue
		}
		if a.inside && (u.IsAbs() || u.RawQuery != "" || u.Fragment != "" || u.Path != n.inside) {
			t.Errorf("%q has the reference %q, which is %+v", n.name, a.uri(), u)
		}
		if u.Scheme == "http" || u.Scheme == "https" {
			t.Errorf("%q has the address %q, for which GitHub refuses the file", n.name, a.uri())
		}
	}
}

func TestURI(t *testing.T) {
	for _, tt := range []struct {
		name     string
		absolute bool
		want     string
	}{
		{"web/처리 방침.html", false, "%EC%B2%98%EB%A6%AC%20%EB%B0%A9%EC%B9%A8.html"},
		{"../100%#1?.html", false, "100%25%231%3F.html"},
		{"../../out.html", false, "../out.html"},
		{`back\slash.html`, false, "web/back%5Cslash.html"}, // on Linux a character like any other
		{"C:/repo/web/a b.html", true, "web/a%20b.html"},
		{"C:/else/a b.html", true, "file:///C:/else/a%20b.html"},
		{"/else/가.html", true, "file:///else/%EA%B0%80.html"},
	} {
		name := tt.name
		root := "web/"
		if tt.name == "web/처리 방침.html" {
			root = ""
			tt.want = "web/" + tt.want
		}
		if got := artifactOf(name, tt.absolute, root, "C:/repo").uri(); got != tt.want {
			t.Errorf("%q: got %q, want %q", name, got, tt.want)
		}
	}
	for name, want := range map[string]string{
		"https://www.example.com/privacy?lang=ko#top": "www.example.com/privacy%3Flang=ko%23top",
		Stdin: "%3Cstdin%3E",
	} {
		if got := (Options{}).artifact(name).uri(); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
