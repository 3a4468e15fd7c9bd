package evidence

import "github.com/pipalint/pipalint/analyzer/policy"

// A Visited is a page of a site that was read at its address.
type Visited struct {
	Doc      *policy.Document
	Contacts []Contact // where a browser opened it
}

// A Script is one that a site itself serves.
type Script struct {
	URL string
	Raw []byte
}

// OfWeb is what a site gives away of which pages and scripts were read on the web, the same thing once: where it was met
// first. Whose site it is, the first page tells.
func OfWeb(pages []Visited, scripts []Script) []policy.Evidence {
	var c collector
	for i, p := range pages {
		if i == 0 {
			c.own = ownerOf(p.Doc)
		}
		one := collector{own: c.own}
		one.page(p.Doc, nil)
		one.contacts(p.Doc, p.Contacts)
		c.seen = append(c.seen, one.seen...)
	}
	for _, s := range scripts {
		file, err := scriptFile(s.URL, s.Raw)
		if err != nil {
			continue // what a browser would not run, either
		}
		c.script(newPassage(file.Text, file, policy.Span{Start: 0, End: len(file.Text)}), reading{bundled: true})
	}
	return Once(c.evidence())
}

// Once is what several pages give away, each thing once: where it was met first, or where it is sure.
func Once(signs []policy.Evidence) []policy.Evidence {
	type key struct {
		kind           policy.EvidenceKind
		ecosystem, key string
	}
	at := make(map[key]int) // in out
	var out []policy.Evidence
	for _, e := range signs {
		k := key{e.Kind, e.Ecosystem, e.Key}
		switch i, ok := at[k]; {
		case !ok:
			at[k] = len(out)
			out = append(out, e)
		case out[i].Indirect && !e.Indirect:
			out[i] = e
		}
	}
	return out
}
