package fetch

import (
	"net/url"
	"strings"
	"testing"
)

func TestNormalize(t *testing.T) {
	base, err := url.Parse("https://example.kr/a/b?c=d#e")
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"https://example.kr":                    "https://example.kr",
		" https://Example.KR/A \n":              "https://example.kr/A",
		"HTTPS://example.kr/":                   "https://example.kr/",
		"https://한글.kr/개인정보 처리방침":               "https://xn--bj0bj06e.kr/%EA%B0%9C%EC%9D%B8%EC%A0%95%EB%B3%B4%20%EC%B2%98%EB%A6%AC%EB%B0%A9%EC%B9%A8",
		"https://예제.한국:8443/":                   "https://xn--2j5b21b.xn--3e0b707e:8443/",
		"https://ｅｘａｍｐｌｅ.kr/":                   "https://example.kr/",
		"https://xn--bj0bj06e.kr/":              "https://xn--bj0bj06e.kr/",
		"https://example.kr/%EA%B0%9C%ea%b0%9c": "https://example.kr/%EA%B0%9C%ea%b0%9c",
		"https://example.kr/100%?q=50%&r=%zz":   "https://example.kr/100%25?q=50%25&r=%25zz",
		"https://example.kr/?q=가 나\"<>":         "https://example.kr/?q=%EA%B0%80%20%EB%82%98%22%3C%3E",
		"https://example.kr/a?":                 "https://example.kr/a?",
		"https://example.kr/a{1}|b^c`d":         "https://example.kr/a%7B1%7D%7Cb%5Ec%60d",
		"https://example.kr/a%2Fb;c=d":          "https://example.kr/a%2Fb;c=d",
		"https://example.kr/#/policy/처리":        "https://example.kr/#/policy/%EC%B2%98%EB%A6%AC",
		"https://example.kr/#a%20b%":            "https://example.kr/#a%20b%25",
		`https:\\example.kr\a\b?c\d`:            `https://example.kr/a/b?c\d`,
		"https://example.kr/a\tb\nc":            "https://example.kr/abc",
		"//cdn.example.kr/x":                    "https://cdn.example.kr/x",
		"../y":                                  "https://example.kr/y",
		"?q":                                    "https://example.kr/a/b?q",
		"#f":                                    "https://example.kr/a/b?c=d#f",
		"privacy.do?mode=view":                  "https://example.kr/a/privacy.do?mode=view",
		"http://[2001:db8::1]:8080/":            "http://[2001:db8::1]:8080/",
		"http://under_score.example.kr/":        "http://under_score.example.kr/",
		"http://example.kr./":                   "http://example.kr./",
	} {
		u, err := Normalize(in, base)
		if err != nil {
			t.Errorf("%q: %v", in, err)
		} else if u.String() != want {
			t.Errorf("%q: %s, want %s", in, u, want)
		}
	}
	for _, in := range []string{"ftp://example.kr", "javascript:void(0)", "tel:02-123-4567", "https://", "http:///a", "https://%zz/", "https://exa mple.kr/", "https://a<b.kr/", "http://[::1", "http://a:b:c/", "data:text/html,x", "http:opaque"} {
		if u, err := Normalize(in, base); err == nil {
			t.Errorf("%q: %s", in, u)
		}
	}
}

func TestPublic(t *testing.T) {
	for in, want := range map[string]string{
		"https://kim:secret@example.kr/a@b": "https://example.kr/a@b",
		"https://example.kr/a@b":            "https://example.kr/a@b",
		"https://example.kr?a@b":            "https://example.kr?a@b",
		"https://k@i:m@example.kr":          "https://example.kr",
		`https:\\kim:secret@example.kr\a`:   `https:\\example.kr\a`,
		"https:/\n/kim:secret@example.kr":   "https://example.kr",
		"//kim:secret@example.kr":           "//example.kr",
		"example.kr":                        "example.kr",
	} {
		if got := Public(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzNormalize(f *testing.F) {
	for _, s := range []string{"https://한글.kr/가?나#다", "/a b", `\\x`, "?%", "http://[::1]:80/", "//a@b", "a:b", "https://u:p@h/%zz#%", "//::"} {
		f.Add(s)
	}
	base, err := url.Parse("https://example.kr/a/b")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, err := Normalize(s, base)
		if err != nil {
			return
		}
		written := u.String()
		again, err := Normalize(written, nil)
		if err != nil {
			t.Fatalf("%q: %q is no address: %v", s, written, err)
		}
		if again.String() != written {
			t.Errorf("%q: %q, then %q", s, written, again)
		}
		if strings.ContainsAny(written, " \t\r\n\"<>") {
			t.Errorf("%q: %q", s, written)
		}
		if public := Public(written); u.User != nil && u.User.String() != "" && strings.Contains(public, u.User.String()+"@"+u.Host) {
			t.Errorf("%q: %q", s, public)
		}
	})
}
