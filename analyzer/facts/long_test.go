package facts_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/inspect"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

// TestLongPages inspects pages on which something stands very often, in many lines or in one. Each took
// minutes where what is done for one of them went over the whole line or page.
func TestLongPages(t *testing.T) {
	for _, tt := range [][3]string{
		{"images under a heading", "<h2>개인정보의 처리 목적</h2>", "<img src=a.png alt='그림'>"},
		{"links in a line", "<p>처리 목적", " <a href='/%d'>보유 기간</a> 안내"},
		{"dates in a line", "<p>", "시행일 2024년 3월 1일 "},
		{"dates in lines", "", "<p>시행일: 2024년 3월 1일<p>글<p>글<p>글"},
		{"names in a line", "<p>", "상호: 늘솔가람 대표자: 한모란 (이하 '회사') © 늘솔가람 "},
		{"names without a space", "<p>", "늘솔가람에서운영하는누리집"},
		{"denials in a heading's line", "<p>1. 제3자 제공: ", "쿠키를 제공하지 않습니다. "},
		{"words in a cell", "<table><tr><td>", "개인정보 항목 보유 기간 수탁자 "},
		{"brackets", "<p>", "[[[[[[[[[[[[[[[[[[[["},
		{"variables of a server", "<?php $other = '1' ?>", "<p>시행일: <?= $day%d ?> 까지</p>"},
		{"headings in one line of source", "", "<h2>처리 위탁</h2><p>글입니다."},
		{"empty headings", "", "<h2>처리 위탁 (이하 '회사')</h2>"},
	} {
		t.Run(tt[0], func(t *testing.T) {
			var page strings.Builder
			page.WriteString("<!DOCTYPE html><meta charset=utf-8>" + tt[1])
			for i := range 20_000 {
				page.WriteString(strings.ReplaceAll(tt[2], "%d", fmt.Sprint(i)))
			}
			doc, err := scrape.Parse("policy.html", []byte(page.String()), scrape.Options{})
			if err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			inspect.Document(analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{doc}}, date.Date{Year: 2026, Month: 1, Day: 2}), 0)
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
