package inspect

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestItems(t *testing.T) {
	got := object(t, report(t, "<h1>개인정보 처리방침</h1>\n<h2>1. 처리하는 개인정보의 항목</h2>\n"+
		"<table><tr><th>목적</th><th>필수항목</th><th>선택항목</th></tr>\n<tr><td>회원가입</td><td>이름</td><td>면도 횟수</td></tr></table>\n<p>자동수집항목: 쿠키</p>"))
	want := []any{
		map[string]any{"id": "name", "name": "이름", "class": "general", "required": true, "purpose": "회원가입", "at": place(4, 22, 4, 24)},
		map[string]any{"id": nil, "name": "면도 횟수", "class": nil, "required": false, "purpose": "회원가입", "at": place(4, 33, 4, 38)},
		map[string]any{"id": "cookie", "name": "쿠키", "class": "device", "required": nil, "purpose": nil, "at": place(5, 12, 5, 14)},
	}
	if diff := cmp.Diff(want, got["items"]); diff != "" {
		t.Errorf("want -, got +\n%s", diff)
	}
	if none := object(t, report(t, "<h1>개인정보 처리방침</h1>"))["items"]; none == nil || len(none.([]any)) != 0 {
		t.Errorf("without items: %v", none)
	}
}
