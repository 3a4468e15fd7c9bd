package policy

// A Look is how a link was shown when a browser rendered the page. The zero Look tells nothing.
type Look struct {
	Known  bool
	Shown  bool
	Size   float64 // of its letters, in pixels
	Weight int     // 400 is normal, 700 bold
	Color  string  // as the browser writes it
}
