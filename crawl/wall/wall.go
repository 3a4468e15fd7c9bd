// Package wall tells a page that stands in the place of the one asked for: a bot wall, a captcha, a login, a queue, a notice
// of maintenance, an error page that says 200. It sees form and a few signs; whether a page is a policy is for the facts.
package wall

import (
	"net/http"
	"slices"

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
//
// A wall says little beside what it is. So the more a page says, the more signs it takes; on a page of the length of a
// policy nothing counts but what the server says itself in the header.
func Find(doc *policy.Document, status int, header http.Header) (Wall, bool) {
	page := view(doc)
	var best Wall
	most := 0
	for _, kind := range [...]Kind{Bot, Login, Wait, Gone, Error} { // of two that are as likely, the first
		t := count(kind, page, header)
		points := t.points(slices.Contains(statuses(kind), status))
		if points >= page.needed() && points > most && t.tells() {
			best, most = Wall{Name: t.name, Kind: kind}, points
		}
	}
	return best, most > 0
}

// statuses are those that bear out what a page says.
func statuses(kind Kind) []int {
	switch kind {
	case Bot:
		return []int{http.StatusUnauthorized, http.StatusForbidden, http.StatusMethodNotAllowed, http.StatusTooManyRequests, http.StatusServiceUnavailable}
	case Login:
		return []int{http.StatusUnauthorized, http.StatusForbidden}
	case Wait:
		return []int{http.StatusServiceUnavailable}
	case Gone:
		return []int{http.StatusNotFound, http.StatusGone}
	}
	return []int{http.StatusInternalServerError, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout}
}

// A tally is what the signs of one kind come to.
type tally struct {
	sum     int  // of the signs that count by themselves
	said    bool // a hint in words
	infra   bool // a sign that ordinary pages bear, too
	highest int  // points of the sign that weighs most
	name    string
	weight  int // of the sign that gave the name
}

func count(kind Kind, page *page, header http.Header) tally {
	var t tally
	for _, s := range catalogue() {
		if s.Kind != kind || !s.in(page, header) {
			continue
		}
		switch {
		case s.Infra:
			t.infra = true
		case s.Points == 1 && len(s.Says) > 0:
			t.said = true
		default:
			t.sum += s.Points
			t.highest = max(t.highest, s.Points)
		}
		if w := s.weight(); w > t.weight {
			t.name, t.weight = s.Wall, w
		}
	}
	return t
}

// points are the sum; a status that fits is one more.
func (t tally) points(fits bool) int {
	if t.sum == 0 && !t.said {
		return 0
	}
	sum := t.sum
	for _, more := range [...]bool{t.said, t.infra, fits} {
		if more {
			sum++
		}
	}
	return sum
}

// tells reports whether there is more than hints, or many of them: what a policy says of attacks on its site is a hint.
func (t tally) tells() bool { return t.highest >= 2 || t.sum >= 2 && t.said }
