// Package testsite is a site of invented pages with everything that a reader of policies meets on the web: a policy that
// scripts fill in many ways beside its static twin, pages that never end, walls, and servers that misbehave. It serves
// tests on loopback, and nothing of it comes from anybody's site.
package testsite

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"net"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed pages policy
var files embed.FS

// Twins are the pages that show the policy of /twin/static in another way, each by its path.
func Twins() []string {
	var out []string
	for _, name := range names("pages/twin/*.html") {
		if name != "static" && name != "inner" {
			out = append(out, "/twin/"+name)
		}
	}
	return out
}

// A Site is the test site.
type Site struct {
	// Other is the host and port of a second server, to which nothing must lead; "" for none.
	Other string

	mux    *http.ServeMux
	pages  *template.Template
	policy policyText

	mu    sync.Mutex
	asked map[string]int // how often a path was asked for, with its query
	hosts map[string]bool
}

// New is the site, with the second server at a host and port.
func New(other string) *Site {
	s := &Site{Other: other, mux: http.NewServeMux(), asked: make(map[string]int), hosts: make(map[string]bool), policy: readPolicy()}
	s.pages = template.Must(template.New("").Funcs(template.FuncMap{
		"sections": func() []string { return s.policy.names },
		"section":  s.policy.section,
		"title":    s.policy.title,
		"table":    func(name string) template.HTML { return s.policy.table(name, true) },
	}).ParseFS(files, "pages/*.tmpl"))
	for _, folder := range [...]string{"twin", "trouble", "wall", "four", ""} {
		for _, name := range names(path.Join("pages", folder, "*.html")) {
			s.add(folder, name)
		}
	}
	s.data()
	s.misbehave()
	s.redirects()
	s.encodings()
	return s
}

// names are those of the embedded files of a pattern, without their ending.
func names(pattern string) []string {
	found, err := fs.Glob(files, pattern)
	if err != nil {
		panic(err) // the pattern is ours
	}
	for i, name := range found {
		found[i] = strings.TrimSuffix(path.Base(name), path.Ext(name))
	}
	return found
}

// ServeHTTP answers as the page asked for does.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked[r.URL.RequestURI()]++
	s.hosts[r.Host] = true
	s.mu.Unlock()
	s.mux.ServeHTTP(w, r)
}

// Asked is how often a path was asked for, with its query.
func (s *Site) Asked(path string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked[path]
}

// Hosts are the hosts that were asked for, sorted: more than one where the site is used as a proxy.
func (s *Site) Hosts() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.hosts))
}

// add serves a page at /folder/name; index at /folder/, home at the root.
func (s *Site) add(folder, name string) {
	file := path.Join("pages", folder, name+".html")
	raw, err := files.ReadFile(file)
	if err != nil {
		panic(err) // it was listed just before
	}
	template.Must(s.pages.New(file).Parse(string(raw)))
	at := path.Join("/", folder, name)
	switch {
	case name == "index":
		at = path.Join("/", folder) + "/{$}"
	case folder == "" && name == "home":
		at = "/{$}"
	}
	answer := answerOf()[at]
	s.mux.HandleFunc("GET "+at, func(w http.ResponseWriter, r *http.Request) {
		for key, values := range answer.header {
			w.Header()[key] = values
		}
		s.show(w, r, file, max(answer.status, http.StatusOK))
	})
}

// show writes a page as its template tells.
func (s *Site) show(w http.ResponseWriter, r *http.Request, file string, status int) {
	var page bytes.Buffer
	if err := s.pages.ExecuteTemplate(&page, file, map[string]string{"Cross": cross(r.Host), "Other": s.Other}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(page.Bytes()) // whoever asked may have gone
}

// cross is this server under another name, which to a browser is another site.
func cross(host string) string {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		return host
	}
	if name == "localhost" {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return net.JoinHostPort("localhost", port)
}

// data serves what scripts ask for.
func (s *Site) data() {
	s.mux.HandleFunc("GET /data/tables.json", func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, s.policy.tables) })
	s.mux.HandleFunc("GET /data/sections.json", func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, s.policy.names) })
	part := func(at string, of func(name string) template.HTML) {
		s.mux.HandleFunc("GET "+at+"{name}", func(w http.ResponseWriter, r *http.Request) {
			if _, ok := s.policy.texts[r.PathValue("name")]; !ok {
				http.NotFound(w, r)
				return
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, of(r.PathValue("name")))
		})
	}
	part("/data/section/", func(name string) template.HTML { return s.policy.section(name, true) })
	part("/data/content/", s.policy.content)
	s.mux.HandleFunc("GET /data/written.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		text, err := json.Marshal("<h1>개인정보 처리방침</h1>" + string(s.policy.whole()))
		if err != nil {
			panic(err) // a string always has a form
		}
		fmt.Fprintf(w, "document.write(%s);", text)
	})
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // whoever asked may have gone
}
