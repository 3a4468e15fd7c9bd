package scrape

import "golang.org/x/net/html/atom"

// role is what an element means for the form of a page.
type role uint8

const (
	unknown    role = iota // no element of HTML
	inline                 // part of the text around it
	formatting             // inline, and reopened by the parser where it was not closed
	block                  // its text stands on its own
	skipped                // nothing of it is shown as text
	raw                    // a block whose content is text without markup
	rawSkipped             // as raw, and not shown
)

// roleOf knows the elements of HTML, of today and of the web of twenty years ago, by
// https://html.spec.whatwg.org/multipage/indices.html#elements-3 and its list of obsolete ones.
func roleOf(a atom.Atom) role {
	switch a {
	case atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike,
		atom.Strong, atom.Tt, atom.U:
		return formatting
	case atom.Abbr, atom.Acronym, atom.Bdi, atom.Bdo, atom.Br, atom.Cite, atom.Data, atom.Del, atom.Dfn, atom.Ins, atom.Kbd,
		atom.Label, atom.Mark, atom.Output, atom.Q, atom.Rp, atom.Rt, atom.Ruby, atom.Samp, atom.Span, atom.Sub,
		atom.Sup, atom.Time, atom.Var, atom.Wbr, atom.Img, atom.Image, atom.Input, atom.Slot, atom.Map, atom.Area,
		atom.Basefont, atom.Blink, atom.Picture, atom.Spacer, atom.Rb, atom.Rtc, atom.Meter, atom.Progress:
		return inline
	case atom.Html, atom.Body, atom.Head, atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Button, atom.Caption,
		atom.Center, atom.Col, atom.Colgroup, atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt,
		atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.Frame, atom.Frameset, atom.H1, atom.H2,
		atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Legend, atom.Li, atom.Listing,
		atom.Main, atom.Marquee, atom.Menu, atom.Menuitem, atom.Nav, atom.Noscript, atom.Object, atom.Ol,
		atom.Optgroup, atom.Option, atom.P, atom.Pre, atom.Search, atom.Section, atom.Select, atom.Summary, atom.Table, atom.Tbody,
		atom.Td, atom.Template, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Isindex, atom.Keygen:
		return block
	case atom.Textarea, atom.Title, atom.Xmp, atom.Plaintext:
		return raw
	case atom.Script, atom.Style, atom.Iframe, atom.Noembed, atom.Noframes:
		return rawSkipped
	case atom.Svg, atom.Math, atom.Audio, atom.Video, atom.Canvas, atom.Datalist, atom.Base, atom.Bgsound, atom.Link,
		atom.Meta, atom.Applet, atom.Embed, atom.Param, atom.Source, atom.Track:
		return skipped
	}
	return unknown
}

// landmarks are the roles of ARIA that say the same as an element does.
var landmarks = map[string]atom.Atom{
	"navigation": atom.Nav, "menu": atom.Nav, "menubar": atom.Nav, "banner": atom.Header,
	"contentinfo": atom.Footer, "complementary": atom.Aside,
}
