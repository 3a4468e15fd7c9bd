// Package policy is the model of a published privacy policy: files with exact positions, the
// visible text of each page, its blocks, tables and resources. It is what every fact and rule
// reads; nothing downstream of it sees HTML, Markdown or bytes in another encoding.
//
// There are two coordinates, and two types keep them apart. A [Range] counts bytes in the visible
// text of one document ([Document.Visible]) and is what facts work with. A [Span] counts bytes in
// the decoded text of the file ([File.Text]) and is what is shown. [Document.Span] goes from the
// first to the second; [File.Raw] goes on to the bytes of the file as it is stored.
package policy

// A Policy is what is judged as one: usually a single page, sometimes several that together form
// one policy, with what was seen about it elsewhere.
type Policy struct {
	Pages    []*Document // the main page first
	Evidence []Evidence
	Way      *Way       // how it was found from the home page; nil where nobody told
	Followed []Followed // links of the pages that somebody followed, and what became of them
	Language string     // in which it is written, as somebody says who knows: "en"; "" where the pages tell
}

// Followed is what became of a link that was followed, outside the engine.
type Followed struct {
	Place Place  // of the link: that of its [Resource]
	URL   string // where it leads: an address or a path
	State LinkState
	Page  int // which page of the policy it leads to, where State is LinkRead
}

// LinkState says what became of a link.
type LinkState string

// The states.
const (
	LinkRead   LinkState = "read"   // it leads to a page of the policy
	LinkGone   LinkState = "gone"   // there is no such page
	LinkOther  LinkState = "other"  // its page was read, and is no part of the policy
	LinkUnread LinkState = "unread" // its page could not be read
)

// Evidence is a sign, outside the policy's text, that a company handles users' data: the host of a
// script, a global variable, a tag id or a package in a manifest. It is read outside the engine.
type Evidence struct {
	Kind      EvidenceKind
	Key       string // host with its path, global, tag id or package coordinate, as found
	Ecosystem string // of a package: npm, maven, cocoapods, swiftpm, pub, pypi, go; else ""

	// Indirect tells that the sign shows no more than that something is at hand: a preconnect, a package
	// that only another one asks for.
	Indirect bool

	// Contacted tells that the host, or the tag's, was asked for something when a browser opened the page; by a frame of
	// another company in it, where it is Indirect. The place is where the page names it, else the page's beginning.
	Contacted bool

	Place Place
}

// EvidenceKind says what sort of sign an [Evidence] is.
type EvidenceKind string

// The kinds of evidence.
const (
	EvidenceHost    EvidenceKind = "host"
	EvidenceGlobal  EvidenceKind = "global"
	EvidenceTagID   EvidenceKind = "tag-id"
	EvidencePackage EvidenceKind = "package"
)

// A Place is where something stands: a span of the decoded text of a file.
type Place struct {
	File *File
	Span Span
}
