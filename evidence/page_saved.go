package evidence

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/vendors"
)

// savedScript is what a script was loaded from that a browser saved beside the page, in a folder of the
// page's name and "_files": by the name of the file, where only one vendor of the catalogue has one of
// that name.
func savedScript(p string) (target, bool) {
	if text, err := url.PathUnescape(p); err == nil {
		p = text
	}
	if !inSavedFolder(path.Dir(p)) {
		return target{}, false
	}
	entry, ok := scriptNames()[scriptName(p)]
	if !ok {
		return target{}, false
	}
	host, rest, _ := strings.Cut(entry, "/")
	return target{host: host, path: "/" + rest}, true
}

// inSavedFolder reports whether a folder is one in which a browser saves what belongs to a page.
func inSavedFolder(dir string) bool {
	return slices.ContainsFunc(strings.Split(dir, "/"), func(part string) bool {
		return strings.HasSuffix(part, "_files") || strings.HasSuffix(part, ".files")
	})
}

// scriptName is the name of a script as it was before a browser saved it: "fbevents(1).js.download".
func scriptName(p string) string {
	return numbered.ReplaceAllString(strings.TrimSuffix(path.Base(p), ".download"), "")
}

var numbered = regexp.MustCompile(`\(\d+\)`)

// scriptNames are the entries of the catalogue that name the file of a script, by that name, but for
// names that any site may use.
var scriptNames = sync.OnceValue(func() map[string]string {
	out := make(map[string]string)
	taken := make(map[string]*vendors.Vendor)
	for _, v := range vendors.All() {
		for _, entry := range v.Hosts {
			name := path.Base(entry)
			if strings.HasPrefix(entry, "/") || path.Ext(name) != ".js" || !strings.Contains(entry, "/") || isCommonScript(name) {
				continue
			}
			if by, ok := taken[name]; ok && by != v {
				delete(out, name)
				continue
			}
			if taken[name] == nil {
				taken[name], out[name] = v, entry
			}
		}
	}
	return out
})

func isCommonScript(name string) bool {
	return slices.Contains([]string{"sdk.js", "all.js", "api.js", "platform.js", "main.js", "index.js", "tag.js", "widget.js"}, name)
}
