package render

import (
	"context"
	"errors"
	"html"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"

	"github.com/pipalint/pipalint/crawl/fetch"
)

// A document is one of the page or of a frame in it, with what our script cannot find out by itself.
type document struct {
	frame  cdp.FrameID
	closed []cdp.BackendNodeID               // shadow roots that scripts cannot reach
	owners map[cdp.BackendNodeID]cdp.FrameID // elements that show frames
	kids   []cdp.FrameID                     // in their order
}

// mostFrames bounds how many documents of a page are read.
const mostFrames = 60

// mostDepth bounds how deep frames stand in each other.
const mostDepth = 10

// node is what is needed of a tree as the browser tells it.
type node struct {
	ID       cdp.BackendNodeID `json:"backendNodeId"`
	Children []*node           `json:"children"`
	Frame    cdp.FrameID       `json:"frameId"`
	Content  *node             `json:"contentDocument"`
	Roots    []*node           `json:"shadowRoots"`
	Kind     string            `json:"shadowRootType"`
}

// documents are those of the page and its frames, in their order, with what our script has to know told to it.
func (t *tab) documents(ctx context.Context) ([]document, error) {
	docs, err := t.collect(ctx, t.page, t.main)
	if err != nil {
		return nil, err
	}
	for _, doc := range docs {
		if err := t.tell(ctx, doc); err != nil && !errors.Is(err, errScript) {
			return nil, err
		}
	}
	return docs, nil
}

// collect finds the documents of a frame that has a process of its own, and those below.
func (t *tab) collect(ctx context.Context, session target.SessionID, frame cdp.FrameID) ([]document, error) {
	soon, cancel := context.WithTimeout(ctx, lateMost)
	defer cancel()
	all, pierce := int64(-1), true
	command := cdp.Command[dom.GetDocumentParams, struct {
		Root *node `json:"root"`
	}]{Method: dom.GetDocument.Method}
	tree, err := call(soon, t.in.wire, session, command, dom.GetDocumentParams{Depth: &all, Pierce: &pierce})
	if ctx.Err() != nil || isLost(err) {
		return nil, err
	}
	docs := []document{{frame: frame, owners: make(map[cdp.BackendNodeID]cdp.FrameID)}}
	if err != nil {
		return docs, nil // it is written without what it hides
	}
	docs = gather(tree.Root, docs, 0)
	var out []document
	for _, doc := range docs {
		out = append(out, doc)
		for _, kid := range doc.kids {
			t.mu.Lock()
			apart, ok := t.frames[kid]
			t.mu.Unlock()
			if ok && len(out) < mostFrames {
				below, err := t.collect(ctx, apart, kid)
				if err != nil {
					return nil, err
				}
				out = append(out, below...)
			}
		}
	}
	return out, nil
}

// gather adds what stands below a node to the document with an index, and the documents below it.
func gather(n *node, docs []document, at int) []document {
	if n.Frame != "" && n.Frame != docs[at].frame { // the root of a frame bears its number, too
		docs[at].owners[n.ID] = n.Frame
		docs[at].kids = append(docs[at].kids, n.Frame)
		if n.Content != nil && len(docs) < mostFrames {
			docs = append(docs, document{frame: n.Frame, owners: make(map[cdp.BackendNodeID]cdp.FrameID)})
			docs = gather(n.Content, docs, len(docs)-1)
		}
	}
	for _, root := range n.Roots {
		if root.Kind == "user-agent" {
			continue
		}
		if root.Kind == "closed" {
			docs[at].closed = append(docs[at].closed, root.ID)
		}
		docs = gather(root, docs, at)
	}
	for _, child := range n.Children {
		docs = gather(child, docs, at)
	}
	return docs
}

// tell lets our script know the closed shadow roots of a document, and which frame each element shows.
func (t *tab) tell(ctx context.Context, doc document) error {
	w, err := t.world(ctx, doc.frame)
	if err != nil {
		return err
	}
	for _, root := range doc.closed {
		if err := t.hand(ctx, w, root, "function() { pipalint.closed(this); }"); err != nil {
			return err
		}
	}
	for element, frame := range doc.owners {
		if err := t.hand(ctx, w, element, "function() { pipalint.frame(this, '"+string(frame)+"'); }"); err != nil {
			return err
		}
	}
	return nil
}

// hand calls a function with a node as its this.
func (t *tab) hand(ctx context.Context, w world, id cdp.BackendNodeID, function string) error {
	got, err := call(ctx, t.in.wire, w.session, dom.ResolveNode, dom.ResolveNodeParams{BackendNodeID: id, ExecutionContextID: w.id})
	if err == nil {
		_, err = call(ctx, t.in.wire, w.session, runtime.CallFunctionOn, runtime.CallFunctionOnParams{FunctionDeclaration: function, ObjectID: got.Object.ObjectID})
	}
	if err == nil || isLost(err) || ctx.Err() != nil {
		return err
	}
	return nil // the node is gone
}

// written is a document as our script writes it.
type written struct {
	HTML    string `json:"html"`
	Address string `json:"address"`
	Spoken  bool   `json:"spoken"` // there is text in it
}

// writing says how.
type writing struct {
	Nonce string `json:"nonce"`
	Limit int    `json:"limit"`
	Links bool   `json:"links"`
}

// write puts the page together.
func (t *tab) write(ctx context.Context) (*Page, error) {
	docs, err := t.documents(ctx)
	if err != nil {
		return nil, err
	}
	how := writing{Nonce: t.nonce, Limit: t.o.MaxSize, Links: t.o.LinkStyles}
	top, err := ask[written](ctx, t, t.main, "writePage", how)
	if err != nil {
		if strings.Contains(err.Error(), "RangeError: too large") {
			err = t.tooLarge()
		}
		return nil, err
	}
	frames := make(map[cdp.FrameID]written)
	for _, doc := range docs[1:] {
		got, err := askSoon[written](ctx, t, lateMost, doc.frame, "writeFrame", how)
		if err != nil && !errors.Is(err, errScript) {
			return nil, err
		}
		if err == nil && got.Spoken && !strings.HasPrefix(got.Address, "chrome") { // an error page of the browser
			frames[doc.frame] = got
		}
	}
	text := assemble(top.HTML, t.nonce, frames, 0)
	if len(text) > t.o.MaxSize {
		return nil, t.tooLarge()
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return &Page{
		URL: top.Address, Redirects: slices.Clone(t.travel.past), Status: t.travel.now.status,
		HTML: []byte(strings.ToValidUTF8(text, "\uFFFD")), Contacts: t.traffic.list(),
	}, nil
}

func (t *tab) tooLarge() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return &fetch.Error{State: fetch.Unreadable, Reason: fetch.TooLarge, URL: fetch.Public(t.travel.now.address), Redirects: t.travel.past}
}

// assemble puts frames at the places that our script left for them: within a mark of their own behind the element that shows
// them, which is marked as read.
func assemble(text, nonce string, frames map[cdp.FrameID]written, depth int) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(text, "[["+nonce+":")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		mark, rest, _ := strings.Cut(rest, "]]")
		text = rest
		what, frame, _ := strings.Cut(mark, ":")
		got, ok := frames[cdp.FrameID(frame)]
		switch {
		case !ok || depth > mostDepth:
		case what == "read":
			out.WriteString(` data-pipalint-read=""`)
		default:
			out.WriteString(`<div data-pipalint-frame="` + html.EscapeString(got.Address) + `">`)
			out.WriteString(assemble(got.HTML, nonce, frames, depth+1))
			out.WriteString(`</div>`)
		}
	}
}
