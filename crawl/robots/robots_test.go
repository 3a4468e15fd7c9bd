package robots

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// cases are files with paths that a program named pipalint may and may not fetch.
var cases = []struct {
	name, file      string
	allowed, denied []string
}{
	{"nothing is said", "", []string{"/", "/a"}, nil},
	{"an empty rule", "User-agent: *\nDisallow:", []string{"/"}, nil},
	{"everything", "User-agent: *\nDisallow: /", []string{"/robots.txt"}, []string{"/", "/a", "/?q"}},
	{"a prefix", "User-agent: *\nDisallow: /fish", []string{"/", "/Fish", "/a/fish"}, []string{"/fish", "/fish.html", "/fishheads/a", "/fish?id=1"}},
	{"a folder", "User-agent: *\nDisallow: /fish/", []string{"/fish", "/fish.html"}, []string{"/fish/", "/fish/salmon"}},
	{"a star", "User-agent: *\nDisallow: /*.php", []string{"/", "/windows.PHP"}, []string{"/index.php", "/a/b.php?x", "/filename.php5"}},
	{"the end", "User-agent: *\nDisallow: /*.php$", []string{"/a.php?x", "/a.php5", "/a.php/"}, []string{"/a.php", "/a.php.php"}},
	{"the end without a star", "User-agent: *\nDisallow: /$", []string{"/a", "/?"}, []string{"/"}},
	{"stars in a row", "User-agent: *\nDisallow: /a**b*$", []string{"/a", "/ba"}, []string{"/ab", "/a/c/b/d"}},
	{"a star comes back for the end", "User-agent: *\nDisallow: /*ab$", []string{"/ab/abc"}, []string{"/ab/ab"}},
	{"a part may not be used twice", "User-agent: *\nDisallow: /ab*b$", []string{"/ab"}, []string{"/abb"}},
	{"a dollar within", "User-agent: *\nDisallow: /a$b", []string{"/a"}, []string{"/a$b", "/a%24b"}},
	{"an escaped star and dollar", "User-agent: *\nDisallow: /x%2A\nDisallow: /y%24", []string{"/xa", "/y"}, []string{"/x*", "/x%2a", "/y$z"}},
	{"the longest decides", "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c", []string{"/a/b", "/a/b/d"}, []string{"/a/c", "/a/b/c"}},
	{"whatever the order", "User-agent: *\nAllow: /a/b\nDisallow: /", []string{"/a/b"}, []string{"/a"}},
	{"a tie allows", "User-agent: *\nDisallow: /page\nAllow: /page", []string{"/page"}, nil},
	{"a tie allows in the other order", "User-agent: *\nAllow: /page\nDisallow: /page", []string{"/page"}, nil},
	{"stars count as octets", "User-agent: *\nAllow: /page\nDisallow: /*.html", []string{"/page"}, []string{"/page.html"}},
	{"the end is longer", "User-agent: *\nAllow: /$\nDisallow: /", []string{"/"}, []string{"/a"}},
	{"example of the RFC", "User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\n\nUser-Agent: foobot\nDisallow:/\nAllow:/example/page.html\nAllow:/example/allowed.gif\n\nUser-Agent: barbot\nUser-Agent: bazbot\nDisallow: /example/page.html\n",
		[]string{"/publications/", "/a.gif?", "/"}, []string{"/a.gif", "/example/page.html"}},

	{"a group of ours goes before everybody's", "User-agent: *\nDisallow: /\n\nUser-agent: pipalint\nDisallow: /a", []string{"/b"}, []string{"/a"}},
	{"and though it comes first", "User-agent: pipalint\nDisallow: /a\nUser-agent: *\nDisallow: /", []string{"/b"}, []string{"/a"}},
	{"an empty line does not part names", "User-agent: pipalint\n\nUser-agent: other\nDisallow: /\n", nil, []string{"/"}},
	{"and though it forbids nothing", "User-agent: pipalint\nDisallow:\n\nUser-agent: *\nDisallow: /\n", []string{"/"}, nil},
	{"letters of either case", "USER-AGENT: PipaLint\nDISALLOW: /a", []string{"/A"}, []string{"/a"}},
	{"a version", "User-agent: pipalint/1.0\nDisallow: /a", nil, []string{"/a"}},
	{"groups of one name are one", "User-agent: pipalint\nDisallow: /a\n\nUser-agent: x\nDisallow: /x\n\nUser-agent: pipalint\nDisallow: /b", []string{"/x"}, []string{"/a", "/b"}},
	{"groups of everybody are one", "User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", nil, []string{"/a", "/b"}},
	{"several names share a group", "User-agent: x\nUser-agent: pipalint\n\nUser-agent: y\nDisallow: /a", nil, []string{"/a"}},
	{"other lines don't part a group", "User-agent: pipalint\nSitemap: /s.xml\nCrawl-delay: 2\nHost: example.kr\nUser-agent: y\nDisallow: /a", nil, []string{"/a"}},
	{"empty lines don't end a group", "User-agent: *\n\nDisallow: /a\n\n\nDisallow: /b", nil, []string{"/a", "/b"}},
	{"the beginning of a name is not the name", "User-agent: pipa\nDisallow: /", []string{"/"}, nil},
	{"a name that begins so is not the name", "User-agent: pipalint-images\nDisallow: /\nUser-agent: pipalint2\nDisallow: /", []string{"/"}, nil},
	{"a name within is not the name", "User-agent: the pipalint\nDisallow: /", []string{"/"}, nil},
	{"no name", "User-agent:\nDisallow: /", []string{"/"}, nil},
	{"rules of nobody", "Disallow: /\nUser-agent: other\nDisallow: /", []string{"/"}, nil},

	{"Hangul against escapes", "User-agent: *\nDisallow: /개인정보", []string{"/개인"}, []string{"/%EA%B0%9C%EC%9D%B8%EC%A0%95%EB%B3%B4", "/%ea%b0%9c%ec%9d%b8%ec%a0%95%eb%b3%b4/a", "/개인정보"}},
	{"escapes against Hangul", "User-agent: *\nDisallow: /%ea%b0%9c%EC%9D%B8", nil, []string{"/개인정보", "/%EA%B0%9C%EC%9D%B8"}},
	{"letters that need no escape", "User-agent: *\nDisallow: /foo/bar/%62%61%7A", nil, []string{"/foo/bar/baz", "/foo/%62ar/baz"}},
	{"an escaped slash is none", "User-agent: *\nDisallow: /a/b", []string{"/a%2Fb"}, []string{"/a/b"}},
	{"a slash in a query", "User-agent: *\nDisallow: /foo/bar?baz=https://foo.bar", nil, []string{"/foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https://foo.bar"}},
	{"a blank", "User-agent: *\nDisallow: /a b", nil, []string{"/a%20b"}},
	{"a broken escape", "User-agent: *\nDisallow: /a%zz", nil, []string{"/a%zz", "/a%25zz"}},
	{"a rule of a query", "User-agent: *\nDisallow: /*?", []string{"/a"}, []string{"/a?", "/a?b"}},
	{"a rule without its slash", "User-agent: *\nDisallow: a", []string{"/a"}, nil},

	{"a byte order mark", "\ufeffUser-agent: *\nDisallow: /a", nil, []string{"/a"}},
	{"lines of Windows", "User-agent: *\r\nDisallow: /a\r\n", nil, []string{"/a"}},
	{"lines of old Macs", "User-agent: *\rDisallow: /a\r", nil, []string{"/a"}},
	{"comments", "# User-agent: pipalint\nUser-agent: * # all\nDisallow: /a # b\n#Disallow: /c", []string{"/c"}, []string{"/a"}},
	{"blanks", " User-agent :\t*\t\n  Disallow\t:   /a  ", nil, []string{"/a"}},
	{"a page in its place", "<!doctype html><title>User-agent: *</title><p>Disallow: /</p>", []string{"/"}, nil},
}

func TestAllowed(t *testing.T) {
	for _, c := range cases {
		rules := Parse([]byte(c.file))
		for _, path := range c.allowed {
			if !rules.Allowed("pipalint/1.2.3", path) {
				t.Errorf("%s: %s is denied", c.name, path)
			}
		}
		for _, path := range c.denied {
			if rules.Allowed("pipalint", path) {
				t.Errorf("%s: %s is allowed", c.name, path)
			}
		}
	}
}

func TestLimit(t *testing.T) {
	head := "User-agent: *\nDisallow: /a\n"
	long := head + strings.Repeat("#", MaxSize-len(head)-len("\nDisallow: /b")) + "\nDisallow: /bcd\nDisallow: /e\n"
	rules := Parse([]byte(long))
	for path, want := range map[string]bool{"/a": false, "/b": true, "/bcd": true, "/e": true} {
		if got := rules.Allowed("x", path); got != want {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
}

func TestDelayAndSitemaps(t *testing.T) {
	rules := Parse([]byte("Sitemap: https://example.kr/a.xml\nUser-agent: *\nCrawl-delay: 1.5\nDisallow: /a\nSitemap: /b.xml\nUser-agent: pipalint\nCrawl-delay: 3\nUser-agent: x\nCrawl-delay: -1\nDisallow: /\nUser-agent: y\nCrawl-delay: NaN\nAllow: /"))
	for agent, want := range map[string]time.Duration{"other": 1500 * time.Millisecond, "pipalint": 3 * time.Second, "y": 0} {
		if got := rules.Delay(agent); got != want {
			t.Errorf("delay of %s: %v, want %v", agent, got, want)
		}
	}
	if want := []string{"https://example.kr/a.xml", "/b.xml"}; !slices.Equal(rules.Sitemaps, want) {
		t.Errorf("sitemaps: %q, want %q", rules.Sitemaps, want)
	}
	var none Rules
	if !none.Allowed("x", "/") || none.Delay("x") != 0 {
		t.Error("no rules forbid something")
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range cases {
		for _, path := range slices.Concat(c.allowed, c.denied) {
			f.Add(c.file, path)
		}
	}
	f.Fuzz(func(t *testing.T, file, path string) {
		rules := Parse([]byte(file))
		allowed := rules.Allowed("pipalint", path)
		if !rules.Allowed("pipalint", "/robots.txt") {
			t.Error("/robots.txt is denied")
		}
		if rules.Delay("pipalint") < 0 {
			t.Error("a delay below zero")
		}
		once := normal(path, false)
		if twice := normal(once, false); twice != once {
			t.Errorf("normal(%q) = %q, then %q", path, once, twice)
		}
		if path != "/robots.txt" && rules.Allowed("pipalint", once) != allowed && once != "/robots.txt" {
			t.Errorf("%q and %q are the same path", path, once)
		}
		if unix := strings.ReplaceAll(file, "\r", "\n"); len(file) <= MaxSize && Parse([]byte(unix)).Allowed("pipalint", path) != allowed {
			t.Errorf("line ends of %q decide", file)
		}
	})
}
