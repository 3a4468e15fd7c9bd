// Package wall tells a page that stands in the place of the one asked for: a bot wall, a captcha, a login, a queue, a notice
// of maintenance, an error page that says 200. It sees form and a few signs; whether a page is a policy is for the facts.
package wall

import (
	"net/http"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Wall is what stands in the place of the page.
type Wall struct {
	Name string // whose or what it is: "cloudflare", "recaptcha", "waf", "login", "queue", "maintenance", "missing" …
	Kind Kind
}

// A Kind says what becomes of the page behind a wall.
type Kind string

// The kinds.
const (
	Bot   Kind = "bot"   // it keeps programs out: state blocked
	Login Kind = "login" // it asks who is there: state blocked
	Wait  Kind = "wait"  // a queue, a notice of maintenance: state unreadable
	Error Kind = "error" // the server failed, and says 200: state unreadable
	Gone  Kind = "gone"  // there is no such page, and the server says 200: state gone
)

// Find is the wall that an answer shows, and whether it shows one. The document may be nil, where the answer could not be
// parsed; the header may be nil, where it is not known.
func Find(doc *policy.Document, status int, header http.Header) (Wall, bool) {
	return Wall{}, false
}
