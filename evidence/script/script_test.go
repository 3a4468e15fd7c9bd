package script

import (
	"strconv"
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"a.b('c');", "a . b ( 'c' ) ;"},
		{"a // b\n/* c */ d <!-- e\n--> f\ng", "a d g"},
		{"x = a / b / c; y = /d'/g.test(e)", "x = a / b / c ; y = /d'/g . test ( e )"},
		{"if (a) /b'/.test(c); (a) / b / 'c'", "if ( a ) /b'/ . test ( c ) ; ( a ) / b / 'c'"},
		{"return /[/']/; a[0] / 2 / '1'", "return /[/']/ ; a [ 0 ] / 2 / '1'"},
		{"a = b / c\nd = 'e' / 2", "a = b / c d = 'e' / 2"},
		{"`a${b + `c${d}`}e` f", "a ${ b + c ${ d }  } e f"},
		{"`a${{b: 1}.b}c`", "a ${ { b : 1 } . b } c"},
		{"a === b => c ||= d?.e", "a === b => c ||= d ?. e"},
		{`"a\"b" 'c\` + "\n" + `d' "e`, `"a\"b" 'c\` + "\n" + `d' "e`},
		{"한글 = 'x' // 설명", "한글 = 'x'"},
		{"'unclosed\nb", "'unclosed b"},
		{"a /* never", "a"},
		{"`never ${ a", "never  ${ a"},
	} {
		var got []string
		for _, tok := range Tokens(tt.src) {
			got = append(got, tt.src[tok.Start:tok.End])
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%q\ngot  %q\nwant %q", tt.src, s, tt.want)
		}
	}
}

func TestText(t *testing.T) {
	for src, want := range map[string]string{
		`'https:\/\/a.example\/b'`:     "https://a.example/b",
		`"\x3Cscript src\u003D\u{22}"`: `<script src="`,
		"'a\\\nb'":                     "ab",
		`'\u12'`:                       "12",
		`"c`:                           "c",
		"'d\\":                         "d\\",
	} {
		tokens := Tokens(src)
		if len(tokens) != 1 {
			t.Fatalf("%q: %v", src, tokens)
		}
		if got, _ := tokens[0].Text(src); got != want {
			t.Errorf("%s is read as %q, want %q", src, got, want)
		}
	}
}

func TestNewLine(t *testing.T) {
	got := Tokens("a\nb /*\n*/ c d")
	want := []bool{false, true, true, false}
	for i, tok := range got {
		if tok.NewLine != want[i] {
			t.Errorf("word %d: %v", i, tok.NewLine)
		}
	}
}

// verify fails where words overlap, are empty without being a stretch of a template, or leave out what
// is no comment or space.
func verify(t *testing.T, src string) {
	end := int32(0)
	for _, tok := range Tokens(src) {
		if tok.Start < end || tok.End < tok.Start || int(tok.End) > len(src) || tok.Start == tok.End && tok.Kind != String {
			t.Fatalf("%q: a word from %d to %d behind %d", src, tok.Start, tok.End, end)
		}
		end = tok.End
		start, stop := tok.Inner(src)
		if start > stop || start < int(tok.Start) || stop > int(tok.End) {
			t.Fatalf("%q: the inside of %v is %d to %d", src, tok, start, stop)
		}
		tok.Text(src)
	}
}

func FuzzTokens(f *testing.F) {
	for _, src := range []string{"a('b')//c", "`${`${'a'}`}`", "/[/]/g", "'\\u{1}\\x4", "<!--\n-->", "}`${}}`", "'", "\"\\", "a\r\n/*"} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) { verify(t, src) })
}

// hostile are scripts that would take a careless reader forever.
var hostile = []string{"/", "/a", "`${", "'\n", "(", "/*", "a/[", "${`", "\\", "=/"}

func TestHostile(t *testing.T) {
	for _, unit := range hostile {
		verify(t, strings.Repeat(unit, 200_000/len(unit)))
	}
}

// BenchmarkHostile costs ten times as much for ten times the length.
func BenchmarkHostile(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				for _, unit := range hostile {
					Tokens(strings.Repeat(unit, n/len(unit)))
				}
			}
		})
	}
}

func BenchmarkTokens(b *testing.B) {
	src := strings.Repeat("(function(w,d){var s=d.createElement('script');s.src='https://a.example/b.js';/* c */ if(a/2>1)x=/d/g.test(e)})(window,document);\n", 1000)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if len(Tokens(src)) == 0 {
			b.Fatal("no words")
		}
	}
}
