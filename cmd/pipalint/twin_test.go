package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestTwinAtAddress reads a twin from the web, and tells one that is not there as any other page.
func TestTwinAtAddress(t *testing.T) {
	mux := http.NewServeMux()
	page := func(path, body string) {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write([]byte(body))
		})
	}
	page("/privacy", "<h1>개인정보 처리방침</h1><h2>1. 처리 목적</h2><p>회원 관리</p><h2>2. 처리 항목</h2><p>이메일</p><p>시행일: 2025년 3월 1일</p>")
	page("/en/privacy", "<h1>Privacy Policy</h1><h2>1. Purposes of processing</h2><p>Management of members</p><h2>2. Items we collect</h2><p>E-mail</p><p>Effective date: May 1, 2025</p>")
	server := httptest.NewServer(mux)
	defer server.Close()
	check := func(twin string) (code int, stdout, stderr string) {
		var out, failures bytes.Buffer
		c := newCommand()
		c.Stdout, c.Stderr = &out, &failures
		code = c.run([]string{"check", "--lang", "en", "--allow-private", "--render", "never", "--only", "twin-differs", "--today", "2026-11-22",
			"--twin", server.URL + twin, server.URL + "/privacy"})
		return code, out.String(), failures.String()
	}
	code, stdout, stderr := check("/en/privacy")
	if code != exitFindings || stderr != "" || strings.Count(stdout, "(twin-differs)") != 1 || !strings.Contains(stdout, "date of effect differs") {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
	code, stdout, stderr = check("/ja/privacy")
	if code != exitUnread || !strings.Contains(stderr, "/ja/privacy: ") || !strings.Contains(stdout, "in 1 document") {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
}
