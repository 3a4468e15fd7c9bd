package render

import (
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/crawl/render/rendertest"
)

// TestContacts lists whom a page asks, and nobody else.
func TestContacts(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{})
	site := rendertest.Site(t, map[string]string{
		"/": `<link rel=stylesheet href="http://OTHER/s.css"><style>@font-face { font-family: f; src: url(http://OTHER/f.woff2) } p { font-family: f }</style>
			<p>처리방침</p><img src="http://OTHER/i.png"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="><script src="http://OTHER/s.js"></script><iframe src="http://OTHER/frame"></iframe>
			<script>fetch('http://OTHER/fetch', {mode: 'no-cors'}); const x = new XMLHttpRequest(); x.open('GET', '/xhr'); x.send(); navigator.sendBeacon('http://OTHER/beacon', '1');
			new WebSocket('ws://OTHER/socket'); new Worker('/worker.js'); window.open('http://OTHER/popup')</script>`,
		"/frame":     `<script src="/in-frame.js"></script><p>틀</p>`,
		"/worker.js": `fetch('http://OTHER/from-worker', {mode: 'no-cors'})`,
		"/popup":     `<img src="http://OTHER/in-popup">`,
	})
	p := show(t, b, site+"/")
	other := strings.Replace(site, "127.0.0.1", "localhost", 1)
	var got []string
	for _, c := range p.Contacts {
		short := strings.NewReplacer(other, "O", strings.Replace(other, "http", "ws", 1), "O", site, "S").Replace
		got = append(got, strings.Join([]string{short(c.URL), c.Type, short(c.From)}, " "))
	}
	want := []string{
		"O/beacon ping S/", "O/f.woff2 font S/", "O/fetch fetch S/", "O/frame document O/frame", "O/from-worker fetch S/worker.js",
		"O/i.png image S/", "O/in-frame.js script O/frame", "O/s.css stylesheet S/", "O/s.js script S/", "O/socket websocket S/", "S/worker.js script S/worker.js", "S/xhr xhr S/",
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
