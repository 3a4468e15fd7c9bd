package site

import (
	"cmp"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/crawl/fetch"
)

// A frontier are the pages of a site that were seen in links and not read yet.
type frontier struct {
	host    string
	depth   int // of the page whose links are added
	waiting []link

	seen   map[string]bool // addresses
	shapes map[string]bool // of those that were read: pages of one shape have the same tags
	paths  map[string]int  // how often one was read, whatever was asked for
	parts  map[string]int  // of the site: how many of its pages were read
}

// A link is a page to read.
type link struct {
	url     *url.URL
	depth   int
	part    string // of the site: the first part of the path
	shape   string // the address, with any number for every other
	telling bool   // by its name a page that has tags of its own
}

func newFrontier(start *url.URL) *frontier {
	f := &frontier{host: fetch.Host(start), seen: make(map[string]bool), shapes: make(map[string]bool), paths: make(map[string]int), parts: make(map[string]int)}
	f.seen[plain(start).String()] = true
	f.read(newLink(plain(start), 0))
	return f
}

// add takes the links of a page.
func (f *frontier) add(doc *policy.Document) {
	const most = 5000 // links; a site may make them up without end
	f.depth++
	for _, r := range doc.Resources {
		if r.Kind != policy.Link || len(f.seen) >= most || isKeptOut(r.Rel) {
			continue
		}
		u, ok := doc.Address(r.URL)
		if !ok || u.Host == "" || fetch.Host(u) != f.host || isNoPage(u) || isDeed(u) {
			continue
		}
		if u = plain(u); f.seen[u.String()] {
			continue
		}
		f.seen[u.String()] = true
		f.waiting = append(f.waiting, newLink(u, f.depth))
	}
}

// next is the page to read next: of a part of the site of which the least was read, near the first page, and rather one
// whose name tells that it has tags of its own.
func (f *frontier) next() (*url.URL, bool) {
	const perPath = 3
	f.waiting = slices.DeleteFunc(f.waiting, func(l link) bool { return f.shapes[l.shape] || f.paths[l.url.Path] >= perPath })
	if len(f.waiting) == 0 {
		return nil, false
	}
	best := slices.MinFunc(f.waiting, func(a, b link) int { // the first of equals
		return cmp.Or(cmp.Compare(f.parts[a.part], f.parts[b.part]), cmp.Compare(a.depth, b.depth), trueFirst(a.telling, b.telling))
	})
	f.read(best)
	return best.url, true
}

func (f *frontier) read(l link) {
	f.shapes[l.shape] = true
	f.paths[l.url.Path]++
	f.parts[l.part]++
}

func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// plain is an address without what makes no other page: where the reader came from, which visit it is.
func plain(u *url.URL) *url.URL {
	out := *u
	out.User, out.Fragment, out.RawFragment = nil, "", ""
	if out.Path == "" {
		out.Path = "/"
	}
	query := out.Query()
	for key := range query {
		lower := strings.ToLower(key)
		if strings.HasPrefix(lower, "utm_") || slices.Contains([]string{"gclid", "fbclid", "sid", "sessionid", "phpsessid", "ref", "referer", "returnurl", "return_url", "redirect", "next"}, lower) {
			query.Del(key)
		}
	}
	if i := strings.Index(strings.ToLower(out.Path), ";jsessionid="); i >= 0 {
		out.Path, out.RawPath = out.Path[:i], ""
	}
	out.RawQuery, out.ForceQuery = query.Encode(), false // in the order of the keys
	return &out
}

func newLink(u *url.URL, depth int) link {
	address := withoutVisits(u.Path)
	part, rest, _ := strings.Cut(strings.TrimPrefix(address, "/"), "/")
	query, err := url.QueryUnescape(u.RawQuery)
	if err != nil {
		query = u.RawQuery
	}
	shape := numbers.ReplaceAllString(address+"?"+query, "#")
	if rest == "" && u.RawQuery != "" { // index.php?mid=login: the pages are told apart by what is asked for
		part = shape
	}
	return link{url: u, depth: depth, part: part, shape: shape, telling: holdsWord(u, telling)}
}

// withoutVisits is a path without the parts that only number a visit, which would make a new site of each page: (S(…)), and
// long ones of letters and digits that are no words.
func withoutVisits(path string) string {
	const (
		shortest     = 16
		fewestDigits = 4
	)
	var out []string
	for part := range strings.SplitSeq(path, "/") {
		digits := 0
		other := strings.ContainsFunc(part, func(c rune) bool {
			if '0' <= c && c <= '9' {
				digits++
			}
			return c > unicode.MaxASCII || c != '(' && c != ')' && !unicode.IsLetter(c) && !unicode.IsDigit(c)
		})
		if len(part) >= shortest && digits >= fewestDigits && !other {
			continue
		}
		out = append(out, part)
	}
	return strings.Join(out, "/")
}

var numbers = regexp.MustCompile(`\d+`)

// telling are names of pages that have tags of their own: what is bought, paid for and filled in.
var telling = []string{"product", "goods", "item", "shop", "cart", "basket", "order", "checkout", "payment", "login", "signin", "join", "signup", "register", "member",
	"event", "search", "contact", "inquiry", "support", "reserv", "booking", "apply"}

// isDeed reports whether to ask for a page does something.
func isDeed(u *url.URL) bool {
	return holdsWord(u, []string{"logout", "signout", "logoff", "delete", "remove", "unsubscribe", "withdraw", "download", "addtocart", "cartadd", "addcart", "basketadd",
		"action=add", "mode=add", "cmd=add", "print"})
}

// holdsWord reports whether a word stands in the path or query of an address, however its parts are joined.
func holdsWord(u *url.URL, words []string) bool {
	text := strings.ToLower(strings.NewReplacer("-", "", "_", "", "/", " ").Replace(u.Path + " " + u.RawQuery))
	text = strings.ReplaceAll(text, "cart add", "cartadd")
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

// isKeptOut reports whether a link asks programs not to follow it.
func isKeptOut(rel string) bool {
	return slices.Contains(strings.Fields(strings.ToLower(rel)), "nofollow")
}

// isNoPage reports whether the ending of an address is that of a file.
func isNoPage(u *url.URL) bool {
	switch strings.ToLower(path.Ext(u.Path)) {
	case ".pdf", ".hwp", ".hwpx", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".7z", ".gz", ".tgz", ".rar", ".exe", ".msi", ".dmg", ".apk", ".ipa",
		".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".mp3", ".mp4", ".webm", ".mov", ".avi", ".wav", ".woff", ".woff2", ".ttf",
		".css", ".js", ".mjs", ".json", ".xml", ".rss", ".atom", ".txt", ".csv", ".ics", ".vcf":
		return true
	}
	return false
}
