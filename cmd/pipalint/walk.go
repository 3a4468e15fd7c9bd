package main

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/files"
)

// extensions are the endings of the files that are read where a directory or pattern is named.
var extensions = []string{".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".php", ".jsp", ".asp", ".aspx"}

func isPolicyFile(path string) bool {
	return slices.Contains(extensions, strings.ToLower(filepath.Ext(path)))
}

// policyFiles are the files below dir with a known ending, sorted, without hidden folders,
// node_modules and what git ignores; and the folders that could not be looked into.
func policyFiles(ctx context.Context, dir string) ([]string, []report.Failure) {
	paths, closed := files.Below(ctx, dir, files.Choice{
		Keep: func(path string) bool { return isPolicyFile(path) && files.IsReadable(path) },
	})
	var unread []report.Failure
	for _, u := range closed {
		unread = append(unread, unreadable(u.Err).of(u.Path))
	}
	return paths, unread
}
