package policy

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPosition(t *testing.T) {
	for _, tt := range []struct {
		name, text   string
		offset       int
		line, column int
	}{
		{"start", "가나\n다", 0, 1, 1},
		{"columns count characters", "가나\n다", len("가"), 1, 2},
		{"line break belongs to its line", "가나\n다", len("가나"), 1, 3},
		{"second line", "가나\n다", len("가나\n"), 2, 1},
		{"end without line break", "가나\n다", len("가나\n다"), 2, 2},
		{"end behind line break", "가나\n다\n", len("가나\n다\n"), 3, 1},
		{"CRLF: the return is a column", "ab\r\ncd", len("ab\r"), 1, 4},
		{"CRLF: second line", "ab\r\ncd", len("ab\r\n"), 2, 1},
		{"empty lines", "\n\n가", 2, 3, 1},
		{"four bytes are one column", "🔒가", len("🔒"), 1, 2},
		{"decomposed letters count one by one", "e\u0301가", len("e\u0301"), 1, 3},
		{"empty file", "", 0, 1, 1},
		{"before the file", "가", -5, 1, 1},
		{"behind the file", "가\n나", 100, 2, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := NewFile("policy.txt", tt.text, "utf-8", nil)
			if got, want := f.Position(tt.offset), (Position{tt.line, tt.column}); got != want {
				t.Errorf("Position(%d) of %q = %v, want %v", tt.offset, tt.text, got, want)
			}
		})
	}
}

// TestPositionOfLongLines counts as columns what is counted from the start of the line, wherever in a
// line that is cut in characters an offset stands.
func TestPositionOfLongLines(t *testing.T) {
	text := "가\n" + strings.Repeat("a가🔒é", 3*longLine/10) + "\n" + strings.Repeat("나", longLine)
	f := NewFile("policy.html", text, "utf-8", nil)
	for i := range text {
		start := strings.LastIndexByte(text[:i], '\n') + 1
		want := Position{1 + strings.Count(text[:i], "\n"), 1 + utf8.RuneCountInString(text[start:i])}
		if got := f.Position(i); got != want {
			t.Fatalf("Position(%d) = %v, want %v", i, got, want)
		}
	}
}

func TestColumns(t *testing.T) {
	const text = "🔒\n가🔒e\u0301🔒나\n"
	f := NewFile("page.html", text, "utf-8", nil)
	for _, tt := range []struct {
		before      string
		utf16, utf8 int
	}{
		{"", 1, 1}, {"🔒", 3, 5}, {"🔒\n", 1, 1}, {"🔒\n가", 2, 4}, {"🔒\n가🔒", 4, 8}, {"🔒\n가🔒e\u0301🔒", 8, 15}, {text, 1, 1},
	} {
		if utf16, utf8 := f.Columns(len(tt.before)); utf16 != tt.utf16 || utf8 != tt.utf8 {
			t.Errorf("behind %q: %d, %d, want %d, %d", tt.before, utf16, utf8, tt.utf16, tt.utf8)
		}
	}
	for _, offset := range []int{-5, 100} {
		if utf16, utf8 := f.Columns(offset); utf16 != 1 || utf8 != 1 {
			t.Errorf("at %d: %d, %d", offset, utf16, utf8)
		}
	}
}

func TestLine(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		lines      []string
	}{
		{"LF", "가\n나\n", []string{"가", "나", ""}},
		{"CRLF", "가\r\n나\r\n다", []string{"가", "나", "다"}},
		{"no final line break", "가\n나", []string{"가", "나"}},
		{"empty lines", "\n\n가", []string{"", "", "가"}},
		{"one line", "가", []string{"가"}},
		{"nothing", "", []string{""}},
		{"spaces stay", " 가 \n\t나", []string{" 가 ", "\t나"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := NewFile("policy.txt", tt.text, "utf-8", nil)
			for i, want := range tt.lines {
				text, start := f.Line(i + 1)
				if text != want || !strings.HasPrefix(f.Text[start:], want) {
					t.Errorf("Line(%d) = %q at %d, want %q", i+1, text, start, want)
				}
				if got := f.Position(start); got != (Position{i + 1, 1}) {
					t.Errorf("line %d starts at %v", i+1, got)
				}
			}
			if got := f.Position(len(tt.text)).Line; got != len(tt.lines) {
				t.Errorf("%d lines, want %d", got, len(tt.lines))
			}
		})
	}
}

func TestRaw(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		offsets    []Checkpoint
		part       string
		want       Span
	}{
		{"stored as it is", "가나 ab", nil, "ab", Span{7, 9}},
		{"behind a byte order mark", "가나", []Checkpoint{{0, 3, 0}}, "나", Span{6, 9}},
		{"two bytes a character", "가나 ab다", []Checkpoint{{0, 0, 2}, {6, 4, 0}, {9, 7, 2}}, "나", Span{2, 4}},
		{"equal bytes between", "가나 ab다", []Checkpoint{{0, 0, 2}, {6, 4, 0}, {9, 7, 2}}, "ab", Span{5, 7}},
		{"behind equal bytes", "가나 ab다", []Checkpoint{{0, 0, 2}, {6, 4, 0}, {9, 7, 2}}, "다", Span{7, 9}},
		{"across checkpoints", "가나 ab다", []Checkpoint{{0, 0, 2}, {6, 4, 0}, {9, 7, 2}}, "나 ab다", Span{2, 9}},
		{"one byte a character", "é·é!", []Checkpoint{{0, 0, 1}}, "é!", Span{2, 4}},
		{"wide ASCII", "a가b", []Checkpoint{{0, 2, 2}}, "b", Span{6, 8}},
		{"empty at a checkpoint", "가나 ab다", []Checkpoint{{0, 0, 2}, {6, 4, 0}, {9, 7, 2}}, "", Span{0, 0}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := NewFile("policy.html", tt.text, "", tt.offsets)
			start := strings.LastIndex(tt.text, tt.part)
			if tt.part == "" {
				start = 0
			}
			if got := f.Raw(Span{start, start + len(tt.part)}); got != tt.want {
				t.Errorf("Raw of %q = %v, want %v", tt.part, got, tt.want)
			}
		})
	}
}

func TestSpan(t *testing.T) {
	a, b := Span{2, 5}, Span{4, 9}
	if got := a.Union(b); got != (Span{2, 9}) || got != b.Union(a) {
		t.Errorf("Union = %v", got)
	}
	if a.Len() != 3 {
		t.Errorf("Len = %d", a.Len())
	}
	if !a.Contains(a) || !a.Contains(Span{5, 5}) || a.Contains(b) || b.Contains(a) {
		t.Error("Contains is wrong at the edges")
	}
}

// FuzzFile checks that lines cover the file, and that positions count its characters.
func FuzzFile(f *testing.F) {
	for _, text := range []string{"", "가\n나", "a\r\nb\r\n", "\r\r\n\n\r", "🔒\n\u0301"} {
		f.Add(text, 3)
	}
	f.Fuzz(func(t *testing.T, text string, offset int) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		file := NewFile("policy.txt", text, "utf-8", nil)
		p := file.Position(offset)
		line, start := file.Line(p.Line)
		offset = max(0, min(offset, len(text)))
		if start > offset || !strings.HasPrefix(text[start:], line) || strings.ContainsRune(line, '\n') {
			t.Fatalf("offset %d of %q is on line %d: %q at %d", offset, text, p.Line, line, start)
		}
		if strings.Count(text[:offset], "\n") != p.Line-1 || utf8.RuneCountInString(text[start:offset]) != p.Column-1 {
			t.Fatalf("offset %d of %q is at %v", offset, text, p)
		}
	})
}
