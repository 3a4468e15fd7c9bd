package baseline_test

import (
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/report"
)

// TestFingerprintsTellApart makes edits that mend, add or exchange something, and wants the findings that are gone and
// new by their rules; what is left of others is no new finding.
func TestFingerprintsTellApart(t *testing.T) {
	page := faulty(t)
	for _, tt := range []struct {
		edit
		gone, added string
	}{
		{edit{"another company lacks it", "두레결제㈜", "㈜가온결제"}, "entrustment-incomplete", "entrustment-incomplete"},
		{edit{"another third party lacks it", "노을도자기협회", "달빛도자기협회"}, "third-party-incomplete", "third-party-incomplete"},
		{edit{"another element is lacking", "<td></td><td>성명, 생년월일</td>", "<td>도예 자격 검정</td><td></td>"}, "third-party-incomplete", "third-party-incomplete"},
		{edit{"a company more lacks it", "<tr><td>㈜마루택배</td>", "<tr><td>㈜푸른청소</td><td></td></tr>\n<tr><td>㈜한빛인쇄</td><td>교재 인쇄</td></tr>$0"}, "entrustment-incomplete", "entrustment-incomplete"},
		{edit{"another category", "제휴 카드사", "제휴 보험사"}, "recipient-unnamed", "recipient-unnamed"},
		{edit{"another company abroad", "Slack Technologies, LLC", "Zendesk, Inc."}, "transfer-undisclosed", "transfer-undisclosed"},
		{edit{"another wrong period of a law", "<td>2년</td>", "<td>1년</td>"}, "retention-mismatch", "retention-mismatch"},
		{edit{"another second period", "<li>수강 문의 기록: 2년</li>", "<li>수강 문의 기록: 3년</li>"}, "retention-conflict", "retention-conflict"},
		{edit{"another record without an end", "작품 대여 기록: 영구", "작품 대여 기록: 1년</li>\n<li>도구 대여 기록: 영구"}, "retention-indefinite", "retention-indefinite"},
		{edit{"another word for no end", "작품 대여 기록: 영구", "작품 대여 기록: 무기한"}, "", ""},
		{edit{"another record without a period", "공방 견학 신청 기록:", "작품 촬영 신청 기록:"}, "retention-unspecified", "retention-unspecified"},
		{edit{"another slip in the law", "소비보호에", "소비자호에"}, "law-misnamed", "law-misnamed"},
		{edit{"another wrong article", "제25조에 따라", "제24조에 따라"}, "law-misnamed", ""},
		{edit{"another announcement", "공고일: 2026년 10월 8일", "공고일: 2026년 10월 9일"}, "notice-too-short", "notice-too-short"},
		{edit{"another item twice", "비밀번호, 성명", "비밀번호, 비밀번호"}, "item-duplicated", "item-duplicated"},
		{edit{"another number", "주민등록번호", "여권번호"}, "rrn-without-basis", "identifier-without-basis"},
		{edit{"a slot filled, and another left elsewhere", "직위: ○○○</li>\n  <li>소속 부서: 고객지원팀", "직위: 실장</li>\n  <li>소속 부서: ○○○"}, "placeholder-left", "placeholder-left"},
		{edit{"a slot of the same words in another sentence", "직위: ○○○", "직급: ○○○"}, "placeholder-left", "placeholder-left"},
		{edit{"the open list closed, and another opened", "취미 등</td>", "취미</td></tr>\n<tr><td>수강 신청</td><td>성명</td><td>희망 요일 등</td>"}, "vague-wording", "vague-wording"},
		{edit{"the clause is there", "<h2>제9조", "<h2>제8조 개인정보의 안전성 확보 조치</h2>\n<p>회사는 내부 관리계획을 수립·시행하고 접근 권한을 관리하며 비밀번호를 암호화하고 전산실의 출입을 통제합니다.</p>\n<h2>제9조"}, "safety-missing numbering-broken", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.new = strings.Replace(tt.new, "$0", tt.old, 1)
			gone, added := differences(t, found(t, page), found(t, edited(t, page, tt.edit)))
			if ruleNames(gone) != tt.gone || ruleNames(added) != tt.added {
				t.Errorf("gone\n\t%s\nnew\n\t%s", strings.Join(gone, "\n\t"), strings.Join(added, "\n\t"))
			}
		})
	}
}

// ruleNames are the rules of described findings.
func ruleNames(all []string) string {
	var out []string
	for _, one := range all {
		rule, _, _ := strings.Cut(one, " ")
		out = append(out, rule)
	}
	return strings.Join(out, " ")
}

// TestMendedInPart wants what is left of a finding to be known, though not by its fingerprint.
func TestMendedInPart(t *testing.T) {
	page := faulty(t)
	for _, e := range []edit{
		{"one of two companies", "<tr><td>㈜마루택배</td><td></td></tr>", "<tr><td>㈜마루택배</td><td>상품 배송</td></tr>"},
		{"one of two slots", "직위: ○○○", "직위: 실장"},
	} {
		t.Run(e.name, func(t *testing.T) {
			before, after := found(t, page), found(t, edited(t, page, e))
			gone, added := differences(t, before, after)
			if len(gone) != 1 || len(added) != 1 {
				t.Fatalf("gone %q, new %q", gone, added)
			}
			file := &baseline.File{}
			for _, f := range before {
				file.Entries = append(file.Entries, baseline.Of(f))
			}
			file.Hold(after)
			for _, f := range after {
				if f.Baseline != report.Unchanged {
					t.Errorf("%s is new", describe(f))
				}
			}
			mended := &baseline.File{}
			for _, f := range after {
				mended.Entries = append(mended.Entries, baseline.Of(f))
			}
			mended.Hold(before)
			if n := len(baseline.Known(before)); n != len(before)-1 {
				t.Errorf("of %d findings %d are known, want one that is more than it was", len(before), n)
			}
		})
	}
}
