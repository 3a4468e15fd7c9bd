package analyzer_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

// BenchmarkPages measures reading and checking pages against what the parser alone costs on the
// same bytes: x-goquery is how many times as long a whole check takes.
func BenchmarkPages(b *testing.B) {
	for _, set := range []struct {
		name  string
		pages []page
	}{
		{"testdata", onlyHTML(b, testPages(b))},
		{"60kB", []page{{"policy.html", longPolicy(60_000)}}},
		{"600kB", []page{{"policy.html", longPolicy(600_000)}}},
		{"corpus", onlyHTML(b, realPages(b, "corpus", "docs"))},
		{"seeds", onlyHTML(b, realPages(b, "seeds"))},
	} {
		if len(set.pages) > 0 {
			b.Run(set.name, func(b *testing.B) { benchmarkSet(b, set.pages) })
		}
	}
}

func benchmarkSet(b *testing.B, pages []page) {
	size := 0
	for _, p := range pages {
		size += len(p.raw)
	}
	each := func(do func(page) error) func(*testing.B) {
		return func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				run(b, pages, do)
			}
		}
	}
	b.Run("goquery", each(parseAlone))
	b.Run("scrape", each(func(p page) error { _, err := scrape.Parse(p.name, p.raw, scrape.Options{}); return err }))
	b.Run("check", func(b *testing.B) {
		b.SetBytes(int64(size))
		var alone, whole time.Duration
		for b.Loop() {
			start := time.Now()
			run(b, pages, checkWhole)
			whole += time.Since(start)
			b.StopTimer()
			start = time.Now()
			run(b, pages, parseAlone) // in turns, so that both meet the same machine
			alone += time.Since(start)
			b.StartTimer()
		}
		b.ReportMetric(float64(whole)/float64(alone), "x-goquery")
	})
}

func run(b *testing.B, pages []page, do func(page) error) {
	for _, p := range pages {
		if err := do(p); err != nil {
			b.Fatalf("%s: %v", p.name, err)
		}
	}
}

func parseAlone(p page) error {
	_, err := goquery.NewDocumentFromReader(bytes.NewReader(p.raw))
	return err
}

func checkWhole(p page) error {
	_, _, err := check(p.name, p.raw)
	return err
}

// onlyHTML are the pages that are read as HTML: against the parser of HTML others say nothing.
func onlyHTML(b *testing.B, pages []page) []page {
	var out []page
	for _, p := range pages {
		doc, err := scrape.Parse(p.name, p.raw, scrape.Options{})
		if err != nil {
			b.Fatalf("%s: %v", p.name, err)
		}
		if doc.Format == policy.HTML {
			out = append(out, p)
		}
	}
	return out
}

// longPolicy makes a policy of about so many bytes, as dense in markup as such pages are.
func longPolicy(size int) []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"ko\">\n<head><meta charset=\"utf-8\"><title>개인정보 처리방침 | 가온들</title></head>\n<body>\n<div class=\"contents\">\n<h1>개인정보 처리방침</h1>\n")
	for i := 1; b.Len() < size; i++ {
		fmt.Fprintf(&b, "<h2 id=\"article-%d\">제%d조 (개인정보의 처리 목적 및 보유 기간)</h2>\n", i, i)
		b.WriteString("<p>가온들(이하 &quot;회사&quot;)은 다음의 목적을 위하여 개인정보를 처리합니다. 처리하고 있는 개인정보는 다음의 목적 이외의 용도로는 이용되지 않으며,&nbsp;이용 목적이 변경되는 경우에는 별도의 동의를 받는 등 필요한 조치를 이행할 예정입니다.</p>\n")
		b.WriteString("<ul class=\"list\">\n<li><span class=\"num\">①</span> 회원 가입 및 관리: <strong>회원 탈퇴 시까지</strong> 보유합니다.</li>\n<li><span class=\"num\">②</span> 「전자상거래 등에서의 소비자보호에 관한 법률」에 따라 계약 또는 청약철회에 관한 기록은 5년간 보존합니다.</li>\n</ul>\n")
		b.WriteString("<table class=\"tbl\">\n<thead><tr><th scope=\"col\">수탁업체</th><th scope=\"col\">위탁 업무</th><th scope=\"col\">보유 기간</th></tr></thead>\n<tbody>\n")
		for j := range 4 {
			fmt.Fprintf(&b, "<tr><td>늘봄물류 %d센터</td><td>상품 배송, <a href=\"/delivery/%d\">배송 조회</a></td><td>위탁 계약 종료 시까지</td></tr>\n", j+1, j)
		}
		b.WriteString("</tbody>\n</table>\n<p style=\"font-size:13px;line-height:1.6\">문의: 개인정보보호팀 02-0000-0000, privacy@gaondeul.example<br>\n시행일: 2025년 3월 1일</p>\n")
	}
	b.WriteString("</div>\n</body>\n</html>\n")
	return []byte(b.String())
}
