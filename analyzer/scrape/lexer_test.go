package scrape

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// FuzzLexer holds the lexer against the tokenizer that it stands in for: the same tokens, cut at the
// same places, with the same names.
func FuzzLexer(f *testing.F) {
	for _, s := range []string{
		"", "a<b>c</b>", "<", "</", "0</", "</>", "< p>", "<p", "<p a", "<p a=", "<p a='", "<p a=\"x>y\" b='>' c=d/>e", "<p =a==b>",
		"<p/ / a>", "<p a/=b>", "<!-- a > b --><!--><!doctype html><!x><?php a->b ?>", "</ x>", "<script>a<b</script>c",
		"<script><!--<script></script>--></script>x", "<title>a<b></title>", "<textarea>\n</textarea>", "<plaintext>a</plaintext>",
		"<noscript><p>a</noscript>", "<select><noscript><p>a</noscript></select>", "<style/>a</style>b", "<SCRIPT>x</ScRiPt >y",
		"<iframe>x", "<a\x00b>", "<p\fa=b>", "a<1>b<가>c", "<xmp></xmp>", "<![CDATA[ x ]]>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := &lexer{src: s}
		z := html.NewTokenizer(strings.NewReader(s))
		at, selecting := 0, false
		for {
			kind := z.Next()
			start, ok := x.next()
			if !ok || kind == html.ErrorToken {
				if ok || kind != html.ErrorToken {
					t.Fatalf("%q: at %d the lexer ends: %v, the tokenizer gives %v %q", s, start, !ok, kind, z.Raw())
				}
				return
			}
			if kind == html.SelfClosingTagToken {
				kind = html.StartTagToken
			}
			if kind == html.DoctypeToken {
				kind = html.CommentToken
			}
			end := at + len(z.Raw())
			if start != at || x.at != end || x.kind != kind {
				t.Fatalf("%q: lexer %v %q, tokenizer %v %q", s, x.kind, s[start:x.at], kind, s[at:end])
			}
			at = end
			if kind != html.StartTagToken && kind != html.EndTagToken {
				continue
			}
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if a != x.atom {
				t.Fatalf("%q: lexer %q, tokenizer %q", s, x.name, name)
			}
			if a == atom.Select {
				selecting = kind == html.StartTagToken
			}
			if a == atom.Noscript && !selecting {
				z.NextIsNotRawText()
			}
		}
	})
}
