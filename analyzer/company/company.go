// Package company reads how companies are named: what a cell or a labelled value of a list of
// recipients names, apart from numbering, notes, contacts and tasks, in Korean, English and
// Japanese. It knows forms of names and no names.
package company

import (
	"strings"
	"unicode"
)

// A Name is one entry of a list of companies, as offsets of the text.
type Name struct {
	// Start and End bound the name as it is written, legal form included, without numbering,
	// bullets, notes in brackets behind it, contact details or the task.
	Start, End int
	Note       string // what the brackets behind it say, as written; several are joined by ", "
	Kind       Kind
}

// Kind is what an entry of a list is.
type Kind uint8

// The kinds of entry.
const (
	Company  Kind = iota // a name, also that of a public body
	Category             // companies of a kind, none by name: 택배사, 제휴 병원, delivery companies
	Slot                 // an unfilled place of a template: ○○○, [회사명]
	None                 // it says that there is nobody: 해당 없음, N/A
)

func (k Kind) String() string {
	return [...]string{"company", "category", "slot", "none"}[k]
}

// A List is what a text names.
type List struct {
	Names  []Name // in the order of the text, apart from each other
	More   bool   // it does not name all: 등, 외 3개사, 기타 …, and others
	Others int    // how many more there are: 3 in "외 3개사"; 0 where it does not say
}

// Split finds the companies that a cell or the value of a label names. The text may have several
// lines. A sentence names none.
func Split(text string) List {
	s := &splitter{text: text, closing: pairs(text), words: vocabulary()}
	s.lines()
	s.finish()
	return s.list
}

// splitter is the state of Split.
type splitter struct {
	text    string
	closing map[int]int // the closing bracket of each opening one
	words   *wordSet
	list    List

	depth int  // of brackets whose content is read
	mode  mode // what pieces without a label are, in this line
	total int  // 5 in "총 5개사", 등 5개 업체
	rest  []Name
}

// finish settles what only the whole list tells.
func (s *splitter) finish() {
	if len(s.list.Names) == 0 {
		s.list.Names = s.rest // 기타 제휴사, which is all that is named
	}
	for i := range s.list.Names {
		n := &s.list.Names[i]
		n.End = n.Start + len(strings.TrimRightFunc(s.text[n.Start:n.End], unicode.IsSpace))
		n.Start = n.End - len(strings.TrimLeftFunc(s.text[n.Start:n.End], unicode.IsSpace)) // what no line holds: \v
	}
	if s.total > len(s.list.Names) && s.list.Others == 0 {
		s.list.Others = s.total - len(s.list.Names)
	}
}

// trim moves both ends of a stretch inwards over white space.
func (s *splitter) trim(start, end int) (int, int) {
	start = s.trimLeft(start, end, " \n\t")
	return start, s.trimRight(start, end, " \n\t")
}

// trimLeft moves the start of a stretch over characters of a set, by class.
func (s *splitter) trimLeft(start, end int, cut string) int {
	for _, r := range s.text[start:end] {
		if !strings.ContainsRune(cut, class(r)) {
			break
		}
		start += runeLenAt(s.text, start)
	}
	return start
}
