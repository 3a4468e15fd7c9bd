package facts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/korean"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

func TestSlots(t *testing.T) {
	for _, tt := range []struct {
		name, html string
		want       []string
	}{
		{"circles", lines("○○○은 개인정보를 처리합니다."), []string{"○○○"}},
		{"other circles", lines("◯◯ 주식회사", "〇〇〇는"), []string{"◯◯", "〇〇〇"}},
		{"triangles", lines("△△상점은"), []string{"△△"}},
		{"letters", lines("OOO에 대하여 열람을 요구할 수 있습니다."), []string{"OOO"}},
		{"full-width letters", lines("ＯＯＯ는 처리합니다."), []string{"ＯＯＯ"}},
		{"jamo", lines("ㅇㅇㅇ은 처리합니다."), []string{"ㅇㅇㅇ"}},
		{"square brackets", lines("[회사명]은 개인정보를 보호합니다."), []string{"[회사명]"}},
		{"angle brackets", lines("&lt;기관명&gt;은 개인정보를 보호합니다."), []string{"<기관명>"}},
		{"braces", lines("{서비스명}은 개인정보를 보호합니다."), []string{"{서비스명}"}},
		{"two in a line", lines("[회사명]의 [서비스명]"), []string{"[회사명]", "[서비스명]"}},
		{"English", lines("[Your Company Name] protects your data."), []string{"[Your Company Name]"}},
		{"Japanese", lines("[会社名]は個人情報を保護します。"), []string{"[会社名]"}},
		{"date in letters", lines("이 방침은 YYYY년 MM월 DD일부터 시행합니다."), []string{"YYYY년"}},
		{"date with crosses", lines("이 방침은 20XX년 X월부터 시행합니다."), []string{"20XX"}},
		{"date of noughts", lines("시행일: 0000년 00월 00일"), []string{"0000년"}},
		{"date with a year", lines("시행일: 2024년 00월 00일", "시행일: 2025-00-00"), []string{"00월 00일", "2025-00-00"}},
		{"line", lines("담당자: ____"), []string{"____"}},
		{"instruction", lines("해당하는 내용만 작성합니다."), []string{"해당하는 내용만 작성"}},
		{"labels without answers", lines("개인정보 보호책임자", "성명:", "연락처:", "이메일:"), []string{"성명:\n연락처:\n이메일:"}},

		{"an answer", lines("성명: 한모란", "연락처: 02-0000-0000"), nil},
		{"one label, its answer below", lines("연락처:", "02-0000-0000"), nil},
		{"a menu", lines("[내 정보]에서 열람합니다.", "[설정 > 알림]"), nil},
		{"a list in brackets", lines("[필수] 성명", "[성명, 주소]"), nil},
		{"a word with the letters", lines("GOOOAL, KOOOL"), nil},
		{"a bullet", lines("○ 처리 목적", "△ 항목"), nil},
		{"a date", lines("시행일: 2025년 10월 1일", "2000-01-01"), nil},
		{"a telephone number", lines("02-0000-0000", "1600-0000"), nil},
		{"braces of a script", lines("${company}는 개인정보를 보호합니다."), nil},
		{"a long bracket", lines("[" + strings.Repeat("회사", 20) + "명]"), nil},
		{"a bracket that is not closed", lines("[회사명은 처리합니다."), nil},
		{"asking for input", lines("이메일 주소를 입력하세요."), nil},
		{"in the menu", "<nav>" + lines("[회사명]") + "</nav>" + short, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := body(t, tt.html)
			var got []string
			for _, s := range facts.Slots.Of(p) {
				got = append(got, quoteAt(p, s.Range))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestGarbled(t *testing.T) {
	for _, tt := range []struct {
		name, line string
		want       []string
	}{
		{"a character", "개인정�의 항목", []string{"character: 개인정�의"}},
		{"several are one loss", "개인��� 항목", []string{"character: 개인���"}},
		{"two losses", "개� 항�", []string{"character: 개�", "character: 항�"}},
		{"a dot", "권리?의무와 행사 방법", []string{"dot: 권리?의무와"}},
		{"a dot between spaces", "수집 ? 이용 목적", []string{"dot: 수집 ? 이용"}},
		{"stored in a wrong encoding", "개인占쏙옙보의 항목", []string{"re-encoding: 개인占쏙옙보의"}},
		{"read in a wrong encoding", "Ã«Â°Â© 항목", []string{"re-encoding: Ã«Â°Â©"}},
		{"two words", "회원 ?? ??", []string{"letters: ?? ??"}},
		{"a whole line", "????? ?? ?? ??? ??, ???? (?? ??).", []string{"letters: ????? ?? ?? ??? ??, ???? (?? ??)."}},
		{"labels", "??: ??, ??????", []string{"letters: ??: ??, ??????"}},
		{"a number among them", "?? ??? 5?? ?????.", []string{"letters: ?? ???"}},
		{"read as Latin", "ê°\u009cì\u009d¸ì\u00a0\u0095ë³´ì\u009d\u0098 ì²\u0098ë¦¬", []string{"re-encoding: ê°ì¸ì", "re-encoding: ì²ë¦¬"}},
		{"read as Latin, of Windows", "ê°œì¸ì •ë³´ì˜ ë³´í˜¸", []string{"re-encoding: ê°œì¸ì", "re-encoding: •ë³´ì˜", "re-encoding: ë³´í˜¸"}},
		{"kana read as Latin", "ã\u0081\u0093ã‚Œã«ã¤ã„ã¦", []string{"re-encoding: ãã‚Œã«ã¤ã„ã¦"}},
		{"a cry", "정말??? 왜??? 그런가요 ???", nil},
		{"a blank", "담당자: ????", nil},
		{"a date to be filled in", "????-??-??, ????. ??. ??.", nil},
		{"one mark each", "? ?", nil},
		{"marks in an address", "https://moran.example.com/??a=?? ?b", nil},
		{"letters before quotation marks", "“allí” «aquí» ‘così’ «forê»", nil},
		{"Portuguese", "informação não é você", nil},
		{"a question", "무엇을 수집하나요? 성명을 수집합니다.", nil},
		{"a question without a space", "동의하십니까?예", nil},
		{"a question in the rules of speech", "왜 필요한가?개인정보", nil},
		{"an address", "https://moran.example.com/?id=1", nil},
		{"a word in Han", "占有", nil},
		{"nothing", "권리·의무와 행사 방법", nil},
		{"French", "café à Paris", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := body(t, lines(tt.line))
			var got []string
			for _, l := range facts.Garbled.Of(p) {
				got = append(got, fmt.Sprintf("%s: %s", l.Kind, quoteAt(p, l.Range)))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestGarbledMixed reads pages of which a part is stored in EUC-KR.
func TestGarbledMixed(t *testing.T) {
	kr := func(s string) string {
		stored, err := korean.EUCKR.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return stored
	}
	for _, tt := range []struct {
		name, page string
		want       []string
	}{
		{"a paragraph", short + "<p>" + kr("한강 책방은 쿠키를 씁니다.") + "</p>" + short, []string{"한강"}},
		{"two that are one part", short + "<p>1. " + kr("쿠키의 이용") + "</p><p>" + kr("거부할 수 있습니다.") + "</p>", []string{"쿠키의"}},
		{"two parts", short + "<p>" + kr("쿠키") + "</p>" + short + "<p>" + kr("광고") + "</p>", []string{"쿠키", "광고"}},
		{"part of a line", short + "<p>이용자는 <b>" + kr("언제든지") + "</b> 거부합니다.</p>", []string{"언제든지"}},
		{"a comment", short + "<!-- " + kr("쿠키를 씁니다.") + " -->", nil},
		{"a page in EUC-KR", kr("<p>" + strings.Repeat("한강 책방은 쿠키를 씁니다. ", 40) + "</p>"), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := scrape.Parse("a.html", []byte(tt.page), scrape.Options{})
			if err != nil {
				t.Fatal(err)
			}
			p := analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{doc}}, date.Date{})
			var got []string
			for _, l := range facts.Garbled.Of(p) {
				if l.Kind != facts.MixedEncoding {
					t.Errorf("%s is %s", quoteAt(p, l.Range), l.Kind)
				}
				got = append(got, quoteAt(p, l.Range))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestUnread(t *testing.T) {
	for _, tt := range []struct {
		name, html string
		want       []string
	}{
		{"frame", short + "<iframe src=/policy/2024.html></iframe>", []string{"frame []"}},
		{"object", short + "<object data=policy.pdf></object>", []string{"object []"}},
		{"image under an empty heading", short + "<h2>파기 절차 및 방법</h2><img src=destroy.png><h2>부칙</h2>", []string{"image [destruction]"}},
		{"link that names a clause", short + "<p><a href=/trustees.html>위탁 업체 보기</a></p>", []string{"link [entrustment]"}},
		{"link to another host", short + "<p>자세한 내용은 <a href=https://moran.example.com/cookie>쿠키 안내</a>를 보십시오.</p>", []string{"link [auto-collection]"}},
		{"two", short + "<p><a href=/a>위탁 업체</a></p><iframe src=/b></iframe>", []string{"link [entrustment]", "frame []"}},

		{"frame of a tag manager", short + `<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-X"></iframe></noscript>`, nil},
		{"frame of an advertisement", short + `<iframe src="//googleads.g.doubleclick.net/pagead/ads?client=ca-pub-0"></iframe>`, nil},
		{"frame of a host that no catalogue knows", short + `<iframe src="https://docs.moran.example.com/policy"></iframe>`, []string{"frame []"}},
		{"frame that a browser read", short + `<iframe src=/policy/2024.html data-pipalint-read="yes"></iframe><div data-pipalint-frame="/policy/2024.html"><p>가</p></div>`, nil},
		{"frame without address", short + "<iframe></iframe><iframe src=about:blank></iframe>", nil},
		{"image beside text", short + "<h2>파기 절차 및 방법</h2><p>분쇄합니다.</p><img src=destroy.png>", nil},
		{"image under no heading", "<img src=logo.png>" + short, nil},
		{"link within the page", short + "<p><a href=#third>제3자 제공</a></p>", nil},
		{"link to mail", short + "<p><a href=mailto:privacy@moran.example.com>보호책임자에게</a></p>", nil},
		{"link that names no clause", short + "<p><a href=/news>공지사항</a></p>", nil},
		{"link to a part in the menu", "<nav><a href=/t>위탁 업체</a><a href=/o>권리</a></nav>" + short, []string{"link [entrustment]"}},
		{"clause named beside the link", short + "<p>위탁 업체는 <a href=/t>여기</a>에 있습니다.</p>", []string{"link [entrustment]"}},
		{"link to an earlier version", short + "<p>위탁 업체가 바뀌기 <a href=/1>이전 처리방침 보기</a></p>", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := body(t, tt.html)
			var got []string
			for _, h := range facts.Unread.Of(p) {
				got = append(got, fmt.Sprintf("%s %v", h.Kind, h.Clauses))
				if h.Place.File != p.Policy.Pages[0].File || h.Place.Span.Len() == 0 {
					t.Errorf("%s stands at %v", h.Kind, h.Place.Span)
				}
			}
			slices.Sort(got)
			slices.Sort(tt.want)
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	p := read(t, "policy.html", short, short+"<iframe src=/b></iframe>")
	if got := facts.Unread.Of(p); len(got) != 1 || got[0].Page != 1 || got[0].Kind != policy.Frame {
		t.Errorf("of two pages: %v", got)
	}
}
