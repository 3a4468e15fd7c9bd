package facts_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/inspect"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

// longPages are pages on which something stands very often, in many lines or in one: what begins the
// page, and what comes again.
var longPages = [...][3]string{
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
	{"one number", "", "<p>1. 이름"},
	{"numbers twice", "", "<p>1. 이름<p>2. 주소<p>2. 주소"},
	{"numbers left out", "", "<p>1. 가<p>3. 나<p>2. 다<p>5. 라<p>3. 마"},
	{"people", "<h2>개인정보 보호책임자</h2>", "<p>성명 : 한모란 / 전화 : 02-0000-%d"},
	{"people in a line", "<h2>개인정보 보호책임자</h2><p>", "성명 : 한모란 / 전화 : 02-0000-%d / "},
	{"sections about people", "", "<h2>개인정보 보호책임자 : 한모란</h2><p>메일 : <a href='mailto:a%d@example.com'>보내기</a>"},
	{"outside bodies", "<h2>권익침해 구제방법</h2>", "<p>개인정보침해신고센터 : 118 (www.a%d.example.com)<p>가온상담소 : 02-0000-0000"},
	{"former bodies", "<h2>권익침해 구제방법</h2>", "<p>경찰청 사이버안전국 : 182 (cyberbureau%d.police.go.kr)"},
	{"words of earlier law in a line", "<p>", "정보통신망법 제25조를 준수하는 개인정보취급방침 "},
	{"words of earlier law", "<h2>개인정보의 보유기간</h2>", "<p>본인확인에 관한 기록 : 6개월 (정보통신망법)<p>정보통신망법을 준수하며 정보통신부의 지침을 따릅니다."},
	{"outside bodies in a line", "<h2>권익침해 구제방법</h2><p>", "개인정보침해신고센터 118 경찰청 182 "},
	{"rows of a list", "<h2>처리 위탁</h2><table><tr><th>수탁자<th>위탁업무", "<tr><td>㈜가람%d<td>상품 배송"},
	{"rows without names", "<h2>처리 위탁</h2><table><tr><th>수탁자<th>위탁업무<th>항목<tr><td>㈜가람<td>배송<td>주소", "<tr><td><td>상품 배송 %d<td>"},
	{"lists in a table", "<h2>처리 위탁</h2><table>", "<tr><th>수탁자<th>위탁업무<tr><td>㈜가람<td>배송<tr><th>제공받는 자<th>제공 목적<tr><td>㈜나래<td>보험"},
	{"blocks in a table", "<h2>처리 위탁</h2><table>", "<tr><th>수탁자<td>㈜가람%d<tr><th>위탁업무<td>상품 배송"},
	{"tables that go on", "<h2>처리 위탁</h2><table><tr><th>수탁자<th>위탁업무<tr><td>가람<td>나</table>", "<table><tr><td>㈜가람<td>상품 배송<tr><td>나래<td>상담<tr><td>다솜<td>결제</table>"},
	{"companies in a cell", "<h2>처리 위탁</h2><table><tr><th>수탁자<th>위탁업무<tr><td>", "㈜가람%d, "},
	{"items in a line", "<h2>처리 항목</h2><p>필수항목: ", "이름(별명) 및 주소%d, "},
	{"items in brackets", "<h2>처리 항목</h2><p>필수항목: ", "이름("},
	{"items in rows", "<h2>처리 항목</h2><table><tr><th>목적<th>필수항목<th>선택항목", "<tr><td>가입 %d<td>이름, 주소<td>나이"},
	{"labels of items", "<h2>처리 항목</h2>", "<p>가. 가입 %d<p>- 필수항목: 이름<p>- 선택항목: 주소"},
	{"records kept", "<h2>개인정보의 보유기간</h2>", "<p>계약에 관한 기록 : 5년 (전자상거래법)"},
	{"records kept in a line", "<h2>개인정보의 보유기간</h2><p>", "계약에 관한 기록 : 5년 (전자상거래법), 탈퇴 시까지 "},
	{"records kept in a cell", "<h2>개인정보의 보유기간</h2><table><tr><th>항목<th>보유기간<tr><td>기록<td>", "로그는 3개월, 탈퇴 후 5년 (상법) "},
	{"records kept in rows", "<h2>개인정보의 보유기간</h2><table><tr><th>항목<th>보유기간", "<tr><td>기록 %d<td>5년"},
	{"names of records", "<h2>개인정보의 보유기간</h2>", "<p>전자상거래법<p>기록"},
	{"periods of laws", "<h2>개인정보의 보유기간</h2><table><tr><th>기록<th>근거<th>기간", "<tr><td>표시·광고에 관한 기록 %d<td>전자상거래법 제6조<td>6개월"},
	{"periods of laws in a line", "<h2>개인정보의 보유기간</h2><p>", "전자상거래법 제6조에 따라 계약에 관한 기록 5년, 통신비밀보호법에 따라 로그 3개월, "},
	{"what is kept without end", "<h2>개인정보의 보유기간</h2>", "<p>문의 기록 %d은 필요한 기간 동안 보관합니다.<p>회원 명부 %d : 영구"},
	{"laws in a line", "<p>", "전자상거래법 제6조 및 동법 시행령 제6조, 통신비밀보홉법 제41조 "},
	{"resident numbers", "<h2>처리 항목</h2><table><tr><th>목적<th>항목", "<tr><td>급여 %d<td>주민등록번호, 여권번호"},
	{"resident numbers in a line", "<h2>처리 항목</h2><p>필수항목: ", "주민등록번호, 소득세법 제164조, "},
	{"denials and lists", "<h2>처리 위탁</h2>", "<p>회사는 개인정보를 위탁하지 않습니다.<p>수탁자: ㈜가람%d<p>업무: 배송"},
	{"names of others", "", "<p>가람%d는 이용자의 개인정보를 수집합니다. ㈜나래%d(이하 '회사')는 개인정보를 보호합니다."},
	{"vague words", "<h2>처리 항목</h2>", "<p>필수항목: 이름, 기타 회사가 정하는 정보 등"},
	{"consent and none", "<h2>처리 항목</h2>", "<p>동의를 받아 이름을 수집합니다.<p>동의 없이 주소를 수집합니다."},
	{"categories", "<h2>처리 위탁</h2><table><tr><th>수탁자<th>위탁업무", "<tr><td>택배사, 제휴사<td>상품 배송 %d"},
	{"sections that come again", "", "<h2>1. 처리 목적</h2><p>글<h2>2. 처리 항목</h2><p>글<h2>3. 보유 기간</h2><p>글<h2>4. 파기 방법</h2><p>글"},
}

// longPage is a page with so many of what comes again.
func longPage(t testing.TB, begin, again string, n int) *policy.Document {
	t.Helper()
	var page strings.Builder
	page.WriteString("<!DOCTYPE html><meta charset=utf-8>" + begin)
	for i := range n {
		page.WriteString(strings.ReplaceAll(again, "%d", fmt.Sprint(i)))
	}
	doc, err := scrape.Parse("policy.html", []byte(page.String()), scrape.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// inspected asks a page for all facts.
func inspected(doc *policy.Document) *analyzer.Pass {
	p := analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{doc}}, date.Date{Year: 2026, Month: 1, Day: 2})
	inspect.Document(p, 0)
	facts.Numbering.Of(p)
	facts.Conditions.Of(p)
	facts.OutdatedWords.Of(p)
	facts.OutdatedBodies.Of(p)
	facts.WrongArticles.Of(p)
	facts.StatedPeriods.Of(p)
	facts.OpenEndeds.Of(p)
	facts.Unlimited.Of(p)
	facts.PeriodConflicts.Of(p)
	facts.Identifiers.Of(p)
	facts.ItemsTwice.Of(p)
	facts.UncollectedItems.Of(p)
	facts.ConsentMixes.Of(p)
	facts.Denials.Of(p)
	facts.Announcement.Of(p)
	facts.ForeignNames.Of(p)
	facts.VagueWordings.Of(p)
	facts.UnnamedRecipients.Of(p)
	facts.ProcessorsTwice.Of(p)
	facts.RenamedRecipients.Of(p)
	facts.DoubleRoles.Of(p)
	return p
}

// TestLongPages reads long pages, which went on for minutes where what is done for one thing went over
// the whole line or page.
func TestLongPages(t *testing.T) {
	if testing.Short() {
		t.Skip("long pages take long")
	}
	for _, tt := range longPages {
		t.Run(tt[0], func(t *testing.T) {
			doc := longPage(t, tt[1], tt[2], 10_000)
			verifyFindings(t, tt[0], inspected(doc))
		})
	}
}

// BenchmarkLongPages measures how many times as long a page takes of twice the length: x-half is 2 where
// the time is linear, 4 where it is quadratic.
func BenchmarkLongPages(b *testing.B) {
	for _, tt := range longPages {
		b.Run(tt[0], func(b *testing.B) {
			half, whole := longPage(b, tt[1], tt[2], 2_000), longPage(b, tt[1], tt[2], 4_000)
			var short, long time.Duration
			for b.Loop() {
				start := time.Now()
				inspected(whole)
				long += time.Since(start)
				start = time.Now()
				inspected(half)
				short += time.Since(start)
			}
			b.ReportMetric(float64(long)/float64(short), "x-half")
		})
	}
}
