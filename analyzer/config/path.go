package config

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
)

// Paths start from the configuration's folder, so that they mean the same on every machine.
type (
	pagePath   string // of a page or a saved site, or its address
	folderPath string
	filePath   string
)

// UnmarshalText takes a path or an address.
func (p *pagePath) UnmarshalText(text []byte) error {
	*p = pagePath(text)
	if isAddress(string(text)) {
		return nil
	}
	return refused(string(text))
}

// UnmarshalText takes a path.
func (p *folderPath) UnmarshalText(text []byte) error {
	*p = folderPath(text)
	return local(string(text))
}

// UnmarshalText takes a path.
func (p *filePath) UnmarshalText(text []byte) error {
	*p = filePath(text)
	return local(string(text))
}

func local(p string) error {
	if strings.Contains(p, "://") {
		return &analyzer.WordError{Reason: analyzer.Text{Ko: "주소가 아니라 경로를 적어야 합니다", En: "write a path, not an address"}}
	}
	return refused(p)
}

// refused is why a path is none that a configuration may have.
func refused(p string) error {
	switch {
	case strings.TrimSpace(p) == "":
		return &analyzer.WordError{Reason: analyzer.Text{Ko: "경로가 비어 있습니다", En: "the path is empty"}}
	case strings.Contains(p, "://"):
		return &analyzer.WordError{Reason: analyzer.Text{Ko: "http와 https 주소만 읽을 수 있습니다", En: "only http and https addresses can be read"}}
	case path.IsAbs(p), filepath.IsAbs(p), hasDrive(p):
		return &analyzer.WordError{Reason: analyzer.Text{
			Ko: "절대 경로입니다. 설정 파일이 있는 디렉터리를 기준으로 한 상대 경로로 적어야 합니다",
			En: "this path is absolute: make it relative to the folder of the configuration"}}
	case strings.ContainsRune(p, 0):
		return &analyzer.WordError{Reason: analyzer.Text{Ko: "경로에 쓸 수 없는 문자(NUL)가 있습니다", En: "a path cannot contain NUL"}}
	}
	return nil
}

// hasDrive reports whether a path is absolute on Windows: what one machine refuses, all do.
func hasDrive(p string) bool {
	if strings.HasPrefix(p, `\\`) {
		return true
	}
	return len(p) > 2 && p[1] == ':' && (p[2] == '\\' || p[2] == '/') && ('a' <= p[0] && p[0] <= 'z' || 'A' <= p[0] && p[0] <= 'Z')
}

func isAddress(p string) bool {
	scheme, _, ok := strings.Cut(strings.ToLower(p), "://")
	return ok && (scheme == "http" || scheme == "https")
}

// samePath is a path as it is compared with others.
func samePath(p string) string {
	if isAddress(p) {
		return p
	}
	return path.Clean(filepath.ToSlash(p))
}
