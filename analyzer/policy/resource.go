package policy

// A Resource is something a page points to or runs.
type Resource struct {
	Kind ResourceKind
	URL  string // as written, entities decoded; "" for an inline script
	Text string // the visible text of a link or button, or the inline script
	Rel  string // rel of a link element, method of a form, type of a script
	Side int    // of an image, the longer side in pixels as its attributes tell; 0 where they do not
	Span Span

	// Of a link or button:
	Title  string // what is shown while the mouse is over it
	Label  string // what it is called to those who do not see it, where that is said apart from its text
	Click  string // the script that a click runs
	Traits Traits // where it stands, and whether it is shown
	Look   Look
}

// ResourceKind says what a [Resource] is.
type ResourceKind string

// The kinds of resource.
const (
	Script       ResourceKind = "script"
	InlineScript ResourceKind = "inline-script"
	Frame        ResourceKind = "frame"
	Pixel        ResourceKind = "pixel" // an image of at most one pixel, or one that is not displayed
	Image        ResourceKind = "image"
	Form         ResourceKind = "form"
	Link         ResourceKind = "link"      // a or area element
	HeadLink     ResourceKind = "head-link" // link element: stylesheet, preconnect, alternate …
	Object       ResourceKind = "object"    // object, embed
	Button       ResourceKind = "button"    // another element that runs a script when it is clicked
	Refresh      ResourceKind = "refresh"   // a meta element by which a page leads on by itself
)

// A Look is how a link was shown when a browser rendered the page. The zero Look tells nothing.
type Look struct {
	Known  bool
	Shown  bool
	Size   float64 // of its letters, in pixels
	Weight int     // 400 is normal, 700 bold
	Color  string  // as the browser writes it
}
