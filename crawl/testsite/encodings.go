package testsite

import (
	"fmt"
	"net/http"
	"strings"

	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

// encodings serves the policy in other bytes than it says, each below /charset/.
func (s *Site) encodings() {
	serve := func(name, header, meta, before string, encode func(string) (string, error)) {
		s.mux.HandleFunc("GET /charset/"+name, func(w http.ResponseWriter, _ *http.Request) {
			page, err := encode(fmt.Sprintf("<!DOCTYPE html><html lang=ko><head>%s%s<title>개인정보 처리방침 | 온새미로마켓</title></head><body><main><h1>개인정보 처리방침</h1>%s</main></body></html>",
				before, meta, s.policy.whole()))
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			w.Header().Set("Content-Type", header)
			_, _ = w.Write([]byte(page)) // whoever asked may have gone
		})
	}
	utf8 := func(text string) (string, error) { return text, nil }
	euckr := func(text string) (string, error) { return korean.EUCKR.NewEncoder().String(text) }
	utf16 := func(text string) (string, error) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	}
	serve("euckr", "text/html; charset=euc-kr", "", "", euckr)
	serve("euckr-said-utf8", "text/html; charset=utf-8", `<meta charset="utf-8">`, "", euckr)
	serve("utf8-said-euckr", "text/html; charset=euc-kr", `<meta charset="euc-kr">`, "", utf8)
	serve("euckr-unsaid", "text/html", "", "", euckr)
	serve("utf8-unsaid", "text/html", "", "", utf8)
	serve("meta-late", "text/html", `<meta charset="euc-kr">`, "<!--"+strings.Repeat(" late ", 400)+"-->", euckr)
	serve("header-against-meta", "text/html; charset=utf-8", `<meta charset="euc-kr">`, "", utf8)
	serve("utf16", "text/html; charset=utf-16", "", "", utf16)
}

// Encodings are the paths of the policy in other bytes than it says.
func Encodings() []string {
	var out []string
	for _, name := range [...]string{"euckr", "euckr-said-utf8", "utf8-said-euckr", "euckr-unsaid", "utf8-unsaid", "meta-late", "header-against-meta", "utf16"} {
		out = append(out, "/charset/"+name)
	}
	return out
}
