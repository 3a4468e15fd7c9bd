package testsite

import (
	"net/http"
	"strconv"
)

// metadata is where clouds tell a machine its secrets.
const metadata = "http://169.254.169.254/latest/meta-data/"

// redirects serves addresses that lead elsewhere.
func (s *Site) redirects() {
	lead := func(at, to string, code int) {
		s.mux.HandleFunc("GET "+at, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, code) })
	}
	lead("/redirect/moved", "/twin/static", http.StatusMovedPermanently)
	lead("/redirect/self", "/redirect/self", http.StatusFound)
	lead("/redirect/there", "/redirect/back", http.StatusFound)
	lead("/redirect/back", "/redirect/there", http.StatusFound)
	lead("/redirect/metadata", metadata, http.StatusFound)
	lead("/redirect/other", "http://"+s.Other+"/redirected", http.StatusFound)
	lead("/redirect/file", "file:///etc/hosts", http.StatusFound)
	lead("/redirect/script", "javascript:alert(1)", http.StatusFound)
	lead("/redirect/login", "/wall/login", http.StatusFound)
	lead("/redirect/home", "/", http.StatusFound)
	s.mux.HandleFunc("GET /redirect/hops/{n}", func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.PathValue("n"))
		switch {
		case err != nil || n < 0:
			http.NotFound(w, r)
		case n <= 1:
			http.Redirect(w, r, "/twin/static", http.StatusSeeOther)
		default:
			http.Redirect(w, r, "/redirect/hops/"+strconv.Itoa(n-1), http.StatusTemporaryRedirect)
		}
	})
}
