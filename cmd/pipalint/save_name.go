package main

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The limits within which names are valid on every system, with room for the folder.
const (
	longestSegment = 60 // bytes
	mostSegments   = 6
)

// savedNames are the names that were given, as a system compares them that makes no difference between cases.
type savedNames map[string]bool

// of is the name of the file for a page, below the folder, with slashes: its host, and its path as far as it can be that of a
// file. Its ending is that of the format, and no other page of the folder has the name.
func (n savedNames) of(address, extension string) string {
	segments := segmentsOf(address)
	last := len(segments) - 1
	for i := range segments[:last] {
		if e := strings.ToLower(path.Ext(segments[i])); slices.Contains([]string{".html", ".md", ".txt", ".json"}, e) {
			segments[i] += "_" // no page is a folder
		}
	}
	segments[last] = strings.TrimSuffix(segments[last], extension)
	stem := strings.Join(segments, "/")
	name := stem + extension
	for i := 2; n[strings.ToLower(name)] || n[strings.ToLower(fetchedName(name))]; i++ {
		name = stem + "-" + strconv.Itoa(i) + extension
	}
	n[strings.ToLower(name)], n[strings.ToLower(fetchedName(name))] = true, true
	return name
}

// fetchedName is the name of what was fetched, beside what a browser made of it.
func fetchedName(name string) string {
	return strings.TrimSuffix(name, path.Ext(name)) + ".fetched.html"
}

// segmentsOf are host and path of an address as names of folders and, as the last, of a file.
func segmentsOf(address string) []string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return []string{"page", safeName(address)}
	}
	parts := strings.Split(strings.TrimPrefix(u.Path, "/"), "/")
	if parts[len(parts)-1] == "" {
		parts[len(parts)-1] = "index"
	}
	if u.RawQuery != "" {
		query, err := url.QueryUnescape(u.RawQuery)
		if err != nil {
			query = u.RawQuery
		}
		parts[len(parts)-1] += "_" + query
	}
	if len(parts) > mostSegments {
		parts = append(parts[:mostSegments-1], strings.Join(parts[mostSegments-1:], "_"))
	}
	out := []string{safeName(u.Host)}
	for _, part := range parts {
		out = append(out, safeName(part))
	}
	return out
}

// safeName is a name that every system takes for a file, and that leads nowhere else.
func safeName(s string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || r == utf8.RuneError || strings.ContainsRune(`<>:"/\|?*`, r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return '_'
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(s, "_")))
	if trimmed := strings.TrimRight(clean, ". "); trimmed != clean {
		clean = trimmed + "_"
	}
	if strings.HasPrefix(clean, ".") || clean == "" || isDevice(clean) {
		clean = "_" + clean
	}
	if len(clean) > longestSegment {
		sum := sha256.Sum256([]byte(s))
		end := longestSegment - 9
		for !utf8.RuneStart(clean[end]) {
			end--
		}
		clean = clean[:end] + "-" + hex.EncodeToString(sum[:4])
	}
	return clean
}

// isDevice tells the names that Windows keeps for itself, whatever their ending.
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	stem = strings.TrimRight(stem, " ")
	if slices.Contains([]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}, stem) {
		return true
	}
	rest, ok := strings.CutPrefix(stem, "COM")
	if !ok {
		rest, ok = strings.CutPrefix(stem, "LPT")
	}
	return ok && slices.Contains(strings.Split("0123456789¹²³", ""), rest)
}
