package inspect

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// A picture shows who gets what: people, the controller, and those to whom it hands on. Lengths are
// units of the picture, about a pixel each.
type picture struct {
	ID            string
	Class         string // "wide" or "tall"
	Width, Height int
	Title, Desc   string
	Boxes         []box
	Arrows        []string // the data of paths
}

// A box is a frame with text in it.
type box struct {
	X, Y, W, H int
	Class      string
	Tip        string // all of what is shortened in it
	Lines      []line
}

// A line is one line of text; Y is that of its base.
type line struct {
	X, Y  int
	Class string
	Text  string
}

// A shape is how a picture is laid out.
type shape struct {
	class string
	width int
	cards int // beside each other
}

var (
	wide = shape{"wide", 1000, 4}
	tall = shape{"tall", 360, 1} // for a telephone
)

const (
	gap      = 16 // between frames
	padding  = 10 // within them
	corner   = 24 // where arrows turn
	mostWide = 460
	headHigh = 52 // of the title of a frame
)

// An audience is one group of those who get data.
type audience struct {
	id, title, count, none string
	cards                  []card
	columns                int
	length                 int // of the cards below each other
}

// Right and Bottom are the size of the picture with room for the lines at its edges.
func (p picture) Right() int { return p.Width + 4 }

// Bottom is the height.
func (p picture) Bottom() int { return p.Height + 4 }

// picture draws a report in a shape. The prefix keeps the names of elements apart.
func (r *Report) picture(prefix string, as shape, lang string) picture {
	p := picture{ID: prefix + "-" + as.class, Class: as.class, Width: as.width,
		Title: whoGetsWhat.In(lang), Desc: r.described(lang)}
	groups, empty := r.audiences(lang)
	bottom := p.addController(r, as, lang)
	if as.cards > 1 {
		p.Height = p.fanOut(groups, as, bottom)
	} else {
		p.Height = p.stack(groups, as, bottom)
	}
	p.Height = p.addEmpty(empty, as, p.Height)
	return p
}

// audiences are the groups that get something, and those of which the policy names nobody.
func (r *Report) audiences(lang string) (some, none []audience) {
	for i := range lists {
		l := &lists[i]
		a := audience{id: l.id, title: l.title.In(lang), none: r.none(l.clause, lang), cards: r.cards(l, lang)}
		if len(a.cards) == 0 && len(l.of(r)) == 0 {
			none = append(none, a)
			continue
		}
		a.count = counted(l.of(r), lang)
		if len(a.cards) > 0 {
			some = append(some, a)
		}
	}
	return some, none
}

// addController draws the people and the controller, and returns how far down they reach.
func (p *picture) addController(r *Report, as shape, lang string) int {
	people, self := r.peopleCard(lang), r.controllerCard(lang)
	if as.cards == 1 {
		top := people.box("people", 0, 0, as.width)
		below := self.box("controller", 0, top.H+2*gap, as.width)
		p.Boxes = append(p.Boxes, top, below)
		p.arrow(as.width/2, top.H, as.width/2, below.Y)
		return below.Y + below.H
	}
	left := people.box("people", 0, 0, 300)
	middle := self.box("controller", 350, 0, 300)
	high := max(left.H, middle.H)
	left.heighten(high)
	middle.heighten(high)
	p.Boxes = append(p.Boxes, left, middle)
	p.arrow(left.W, left.H/2, middle.X, left.H/2)
	return left.H
}

// heighten makes a box higher, with its lines in the middle.
func (b *box) heighten(to int) {
	for i := range b.Lines {
		b.Lines[i].Y += (to - b.H) / 2
	}
	b.H = to
}

func (r *Report) peopleCard(lang string) card {
	var c card
	c.add("name", 1, strings.Fields(analyzer.Text{Ko: "정보주체(이용자)", En: "People (data subjects)"}.In(lang))...)
	if s := r.itemSheet(lang); s.Count != "" {
		c.add("note", 1, s.Title+": "+s.Count)
		c.add("note", 2, strings.Join(r.firstItems(), ", "))
	}
	return c
}

// firstItems are the first of the personal data named, each once.
func (r *Report) firstItems() []string {
	var out []string
	for i := range r.Items {
		switch text := plain(r.Items[i].Name); {
		case slices.Contains(out, text):
		case len(out) == mostNamed:
			return append(out, "…")
		default:
			out = append(out, text)
		}
	}
	return out
}

func (r *Report) controllerCard(lang string) card {
	name := plain(shown(r.Controller))
	if name == "" {
		name = analyzer.Text{Ko: "(이름을 찾지 못함)", En: "(no name was found)"}.In(lang)
	}
	var c card
	c.add("name", 2, strings.Fields(name)...)
	c.add("note", 1, analyzer.Text{Ko: "개인정보처리자", En: "controller"}.In(lang))
	return c
}

// fanOut draws groups beside each other below the controller, and returns how far down they reach.
func (p *picture) fanOut(groups []audience, as shape, top int) int {
	if len(groups) == 0 {
		return top
	}
	columns := allot(groups, as.cards)
	room := as.width - gap*(len(groups)-1) - padding*(columns+len(groups))
	width := min(room/columns, mostWide)
	used := width*columns + padding*(columns+len(groups)) + gap*(len(groups)-1)
	x, bus, bottom := (as.width-used)/2, top+corner, 0
	for i := range groups {
		g := &groups[i]
		frame := width*g.columns + padding*(g.columns+1)
		p.elbow(as.width/2, top, bus, x+frame/2, bus+corner)
		bottom = max(bottom, p.addFrame(g, x, bus+corner, width))
		x += frame + gap
	}
	return bottom
}

// allot gives each group a column of cards, and more to those that are long, up to all that there are.
func allot(groups []audience, most int) (total int) {
	for i := range groups {
		groups[i].columns, groups[i].length = 1, 0
		for _, c := range groups[i].cards {
			groups[i].length += c.box("", 0, 0, wide.width/wide.cards-2*padding).H
		}
	}
	for total = len(groups); total < most; total++ {
		longest := 0
		for i := range groups {
			if groups[i].length*groups[longest].columns > groups[longest].length*groups[i].columns {
				longest = i
			}
		}
		if len(groups[longest].cards) <= groups[longest].columns {
			break
		}
		groups[longest].columns++
	}
	return total
}

// stack draws groups below each other, each with an arrow from a line at the left.
func (p *picture) stack(groups []audience, as shape, top int) int {
	const indent = 28
	for i := range groups {
		groups[i].columns = 1
		y := top + gap
		p.Arrows = append(p.Arrows, fmt.Sprintf("M%d %dV%dH%d", indent/2, p.Boxes[1].Y+p.Boxes[1].H, y+headHigh/3, indent))
		top = p.addFrame(&groups[i], indent, y, as.width-indent-2*padding)
	}
	return top
}

// addFrame draws a group with its cards, each of a width, and returns how far down it reaches.
func (p *picture) addFrame(g *audience, x, y, width int) int {
	at := len(p.Boxes)
	p.Boxes = append(p.Boxes, box{})
	ends := make([]int, g.columns)
	for i := range ends {
		ends[i] = y + headHigh
	}
	for _, c := range g.cards {
		col := 0
		for i := range ends {
			if ends[i] < ends[col] {
				col = i
			}
		}
		b := c.box("card "+g.id, x+padding+col*(width+padding), ends[col], width)
		p.Boxes = append(p.Boxes, b)
		ends[col] = b.Y + b.H + padding
	}
	bottom := 0
	for _, e := range ends {
		bottom = max(bottom, e)
	}
	frame := box{X: x, Y: y, W: width*g.columns + padding*(g.columns+1), H: bottom - y, Class: "frame " + g.id}
	frame.Lines = []line{
		{X: x + padding, Y: y + 22, Class: "title", Text: clipped("title", g.title, frame.W-2*padding)},
		{X: x + padding, Y: y + 41, Class: "note", Text: clipped("note", g.count, frame.W-2*padding)},
	}
	p.Boxes[at] = frame
	return bottom
}

// addEmpty draws those who get nothing that the policy names; no arrow leads there.
func (p *picture) addEmpty(empty []audience, as shape, top int) int {
	if len(empty) == 0 {
		return top
	}
	beside := min(len(empty), as.cards)
	width := (as.width - gap*(beside-1)) / beside
	bottom := top
	for i, g := range empty {
		y := top + gap
		if i >= beside {
			y = bottom + gap
		}
		var c card
		c.add("note", 2, strings.Fields(g.title+": "+g.none)...)
		b := c.box("empty", (i%beside)*(width+gap), y, width)
		p.Boxes = append(p.Boxes, b)
		bottom = b.Y + b.H
	}
	return bottom
}

func (p *picture) arrow(x1, y1, x2, y2 int) {
	p.Arrows = append(p.Arrows, fmt.Sprintf("M%d %dL%d %d", x1, y1, x2, y2))
}

// elbow is an arrow down, across and down again.
func (p *picture) elbow(x, y, bus, toX, toY int) {
	p.Arrows = append(p.Arrows, fmt.Sprintf("M%d %dV%dH%dV%d", x, y, bus, toX, toY))
}

var whoGetsWhat = analyzer.Text{Ko: "누구에게 무엇이 가는가", En: "Who gets what"}

// mostNamed are the names that a description of the picture tells; the tables have all.
const mostNamed = 10

// described is the picture in words, for those who do not see it.
func (r *Report) described(lang string) string {
	var out []string
	for i := range lists {
		all := lists[i].of(r)
		if len(all) == 0 {
			out = append(out, lists[i].title.In(lang)+": "+r.none(lists[i].clause, lang)+".")
			continue
		}
		var names []string
		for _, one := range all[:min(len(all), mostNamed)] {
			names = append(names, plain(one.Name))
		}
		if len(all) > mostNamed {
			names = append(names, "…")
		}
		out = append(out, fmt.Sprintf("%s: %s (%s).", lists[i].title.In(lang), counted(all, lang), strings.Join(names, ", ")))
	}
	return strings.Join(out, " ") + analyzer.Text{Ko: " 아래 표에 같은 내용이 있습니다.", En: " The tables below say the same."}.In(lang)
}

// isAbroad reports whether a list is that of transfers.
func (l *list) isAbroad() bool { return l.clause == facts.OverseasTransfer }
