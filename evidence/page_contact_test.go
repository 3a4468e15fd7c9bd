package evidence

import (
	"slices"
	"testing"
)

const shop = "https://www.invented-shop.example/privacy"

// visits are pages with what a browser contacted, and what that gives away: "!" for what was contacted, "?" for what is
// indirect, and where it stands.
var visits = []struct {
	name, html string
	contacts   []Contact
	want       []string
}{
	{"a tag manager loads others",
		`<script src="https://www.googletagmanager.com/gtm.js?id=GTM-AB12CD3"></script>`,
		[]Contact{
			{URL: "https://www.googletagmanager.com/gtm.js?id=GTM-AB12CD3", Type: "script"},
			{URL: "https://www.googletagmanager.com/gtag/js?id=G-1A2B3C4D5E&cx=c&gtm=45", Type: "script"},
			{URL: "https://region1.google-analytics.com/g/collect?v=2&tid=G-1A2B3C4D5E&cid=1.2", Type: "fetch"},
			{URL: "https://connect.facebook.net/en_US/fbevents.js", Type: "script"},
			{URL: "https://connect.facebook.net/signals/config/123456789012345?v=2.9&r=stable", Type: "script"},
			{URL: "https://www.facebook.com/tr/?id=123456789012345&ev=PageView", Type: "image"},
			{URL: "https://www.facebook.com/tr/?id=123456789012345&ev=Scroll", Type: "image"},
		},
		[]string{"tag-id G-1A2B3C4D5E! @https://www.googletagmanager.com/gtm.js?id=GTM-AB12CD3", "tag-id GTM-AB12CD3 @GTM-AB12CD3", "host connect.facebook.net/en_US/fbevents.js! @",
			"host connect.facebook.net/signals/config/123456789012345! @", "host www.facebook.com/tr/! @"}},
	{"what the page tells is told once",
		`<script src="https://connect.facebook.net/en_US/fbevents.js"></script>`,
		[]Contact{{URL: "https://connect.facebook.net/en_US/fbevents.js", Type: "script"}},
		[]string{"host connect.facebook.net/en_US/fbevents.js @https://connect.facebook.net/en_US/fbevents.js"}},
	{"what waits for consent was run",
		`<script type="text/plain" data-category="analytics" src="https://cdn.mxpnl.com/a.js"></script>`,
		[]Contact{{URL: "https://cdn.mxpnl.com/a.js", Type: "script"}},
		[]string{"host cdn.mxpnl.com/a.js! @https://cdn.mxpnl.com/a.js"}},
	{"a place in the page: the tag, or the script that speaks of the host",
		`<link rel="preconnect" href="https://api2.amplitude.com"><script>boot({to: "api.mixpanel.com", no: "xapi.mixpanel.com.example"})</script>`,
		[]Contact{{URL: "https://api2.amplitude.com/2/httpapi", Type: "xhr"}, {URL: "https://api.mixpanel.com/track/?ip=1", Type: "ping"}},
		[]string{"host api2.amplitude.com? @https://api2.amplitude.com", "host api2.amplitude.com/2/httpapi! @https://api2.amplitude.com", "host api.mixpanel.com/track/! @api.mixpanel.com"}},
	{"a conversion bears the number of the tag", `<p>글</p>`,
		[]Contact{
			{URL: "https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1234567890/?random=1&cv=11", Type: "script"},
			{URL: "https://www.google.com/pagead/1p-user-list/1234567890/?random=2", Type: "image"},
		},
		[]string{"tag-id AW-1234567890! @"}},
	{"keys that do not change from one visit to the next", `<p>글</p>`,
		[]Contact{{URL: "https://bf.channel.io/v1/sessions/0f3c9a1b2d4e5f60718293a4b5c6d7e8f9/events/1", Type: "fetch"}},
		[]string{"host bf.channel.io/v1/sessions! @"}},
	{"files that others only serve", `<p>글</p>`,
		[]Contact{
			{URL: "https://fonts.gstatic.com/s/notosanskr/v36/a.woff2", Type: "font"},
			{URL: "https://d111111abcdef8.cloudfront.net/app.js", Type: "script"},
			{URL: "https://d111111abcdef8.cloudfront.net/logo.png?w=1", Type: "image"},
			{URL: "https://d111111abcdef8.cloudfront.net/ko.json", Type: "fetch"},
			{URL: "https://cdnjs.cloudflare.com/ajax/libs/jquery/3.7.1/jquery.min.js", Type: "script"},
			{URL: "https://cdn.channel.io/logo.png", Type: "image"},
			{URL: "https://unknown.example/collect", Type: "ping"},
			{URL: "data:image/png;base64,AA==", Type: "image"},
			{URL: "blob:https://www.invented-shop.example/1", Type: "script"},
		}, nil},
	{"an application that runs at somebody else's", `<p>글</p>`,
		[]Contact{{URL: "https://a1b2c3.execute-api.ap-northeast-2.amazonaws.com/prod/items", Type: "xhr"}},
		[]string{"host a1b2c3.execute-api.ap-northeast-2.amazonaws.com/prod/items! @"}},
	{"the site's own", `<p>글</p>`,
		[]Contact{{URL: shop, Type: "document", From: shop}, {URL: "https://cdn.invented-shop.example/_vercel/insights/script.js", Type: "script"}}, nil},
	{"a frame of another company contacts on its own account",
		`<iframe src="https://www.youtube.com/embed/x"></iframe>`,
		[]Contact{
			{URL: "https://www.youtube.com/embed/x", Type: "document", From: "https://www.youtube.com/embed/x"},
			{URL: "https://googleads.g.doubleclick.net/pagead/id", Type: "xhr", From: "https://www.youtube.com/embed/x"},
			{URL: "https://api.mixpanel.com/track", Type: "xhr", From: "https://m.invented-shop.example/frame"},
		},
		[]string{"host www.youtube.com/embed/x @https://www.youtube.com/embed/x", "host googleads.g.doubleclick.net/pagead/id!? @", "host api.mixpanel.com/track! @"}},
	{"what stands in the frame of another company, as a browser puts it into the page, is not the page's",
		`<iframe src="https://pay.invented.example/"></iframe><div data-pipalint-frame="https://pay.invented.example/"><script src="https://browser.sentry-cdn.com/a.js"></script><script>mixpanel.init("x")</script></div>
		<iframe src="/list"></iframe><div data-pipalint-frame="https://www.invented-shop.example/list"><p>목록</p><script src="https://static.criteo.net/a.js"></script></div>
		<div data-pipalint-frame="about:blank"><script src="https://cdn.channel.io/plugin/ch-plugin-web.js"></script></div>`,
		[]Contact{
			{URL: "https://browser.sentry-cdn.com/a.js", Type: "script", From: "https://pay.invented.example/"},
			{URL: "https://www.facebook.com/tr?id=1", Type: "document", From: "https://www.facebook.com/tr?id=1"},
		},
		[]string{"host static.criteo.net/a.js @https://static.criteo.net/a.js", "host cdn.channel.io/plugin/ch-plugin-web.js @https://cdn.channel.io/plugin/ch-plugin-web.js",
			"host browser.sentry-cdn.com/a.js!? @", "host www.facebook.com/tr!? @"}},
	{"the page itself goes before a frame", `<p>글</p>`,
		[]Contact{
			{URL: "https://api2.amplitude.com/2/httpapi", Type: "xhr", From: "https://pay.invented.example/"},
			{URL: "https://api2.amplitude.com/2/httpapi", Type: "xhr", From: shop},
		},
		[]string{"host api2.amplitude.com/2/httpapi! @"}},
	{"a contact proves a name that others use, too", `<script>window.fbq = 1; fbq('track')</script>`,
		[]Contact{{URL: "https://connect.facebook.net/en_US/fbevents.js", Type: "script"}},
		[]string{"global fbq @fbq", "host connect.facebook.net/en_US/fbevents.js! @"}},
}

// TestContactsOfNumber reads a page whose host has no name: what it asked for itself is no frame's affair.
func TestContactsOfNumber(t *testing.T) {
	const address = "http://127.0.0.1:8080/privacy"
	for from, want := range map[string]string{address: "host www.facebook.com/tr! @", "http://127.0.0.2/": "host www.facebook.com/tr!? @"} {
		got := OfPage(page(t, address, "<p>본문</p>"), Contact{URL: "https://www.facebook.com/tr?id=1", Type: "image", From: from})
		if len(got) != 1 || describe(got[0]) != want {
			t.Errorf("from %s: %+v, want %s", from, got, want)
		}
	}
}

func TestContacts(t *testing.T) {
	for _, test := range visits {
		t.Run(test.name, func(t *testing.T) {
			doc := page(t, shop, "<p>본문</p>"+test.html)
			var got []string
			for _, e := range OfPage(doc, test.contacts...) {
				got = append(got, describe(e))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}
