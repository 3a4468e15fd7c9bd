package policy

// A Block is a stretch of visible text that stands on its own: a heading, a paragraph or one line
// of it, a list item, the content of a cell. Scraping knows it by form alone; what it means is for
// the facts to find.
type Block struct {
	Kind   BlockKind
	Level  int // of a heading, 1 to 6; of a list item, its depth from 1; else 0
	Traits Traits
	Text   string // the visible text, white space folded
	Range  Range  // where Text stands in the document's visible text
	Lead   int    // bytes of Text that begin it in bold, where the rest is not bold; else 0
	Cell   *Cell  // the cell of a data table in which it stands, or nil
}

// BlockKind is the form of a block.
type BlockKind uint8

// The kinds of block.
const (
	Paragraph BlockKind = iota
	Heading             // h1 to h6, Markdown heading
	Item                // list item
	Term                // dt, summary, legend: a label for what follows
	Caption             // caption of a table or figure
	Control             // button, option, label of a form
	TitleText           // the page's title, which stands before the body
	Alt                 // the alternative text of an image
)

// Traits are signs of form that a block carries.
type Traits uint16

// The traits.
const (
	Bold     Traits = 1 << iota // all of its text is bold, or underlined, or of a larger size
	Linked                      // all of its text is the text of links
	Hidden                      // not displayed as delivered: hidden, display:none, a closed panel
	InNav                       // within nav or an element with the role of one
	InHeader                    // within the page's header
	InFooter                    // within the page's footer
	InAside                     // within aside
	InForm                      // within a form control: textarea, select
	Verbatim                    // pre, textarea: its line breaks were the author's
	Joined                      // it continues the element of the block before it, after a line break
)

// Has reports whether b carries all of t.
func (b *Block) Has(t Traits) bool { return b.Traits&t == t }

// HasAny reports whether b carries one of t.
func (b *Block) HasAny(t Traits) bool { return b.Traits&t != 0 }
