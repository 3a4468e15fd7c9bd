package evidence

import (
	"slices"
	"testing"
)

// TestOfWeb reads pages and scripts of a site: the same thing once, the site's own not at all, and a name that others use
// counts because another page proves it.
func TestOfWeb(t *testing.T) {
	const home, cart = "https://www.invented-shop.example/", "https://www.invented-shop.example/cart"
	const tag = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-1A2B3C4D5E"></script>`
	signs := OfWeb([]Visited{
		{Doc: page(t, home, "<p>본문</p>"+tag+`<link rel="preconnect" href="https://static.criteo.net/a.js"><script>window.fbq = 1</script>`)},
		{Doc: page(t, cart, "<p>본문</p>"+tag+`<script src="https://static.criteo.net/a.js"></script><script src="https://cdn.invented-shop.example/a.js"></script>`),
			Contacts: []Contact{{URL: "https://connect.facebook.net/en_US/fbevents.js", Type: "script"}}},
	}, []Script{
		{URL: "https://www.invented-shop.example/app.js?v=3", Raw: []byte(`fetch("https://api.mixpanel.com/track")`)},
		{URL: "https://www.invented-shop.example/none.js", Raw: []byte("\x00\x01\x02\xff")},
	})
	var got []string
	for _, e := range signs {
		got = append(got, e.Place.File.Name+" "+describe(e))
	}
	want := []string{
		home + " tag-id G-1A2B3C4D5E @G-1A2B3C4D5E",
		cart + " host static.criteo.net/a.js @https://static.criteo.net/a.js",
		home + " global fbq @fbq",
		cart + " host connect.facebook.net/en_US/fbevents.js! @",
		"https://www.invented-shop.example/app.js?v=3 host api.mixpanel.com/track @https://api.mixpanel.com/track",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}
