package rules_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/rules"
)

// complete is the invented policy with nothing to report.
const complete = "../testdata/pages/23-complete.html"

// A seed is an edit of the complete policy, and what is found for it and nothing else: "rule severity
// “words at the place”". Words that end in … need only begin so.
type seed struct {
	name     string
	old, new string
	want     []string
}

// faults are edits that each break one thing.
var faults = []seed{
	{"a cell of a list of third parties is empty", "<td>도예 자격 검정</td>", "<td></td>", []string{"third-party-incomplete warning “노을도자기협회”"}},
	{"a cell of a list of processors is empty", "<td>대금 결제</td></tr>\n  </tbody>", "<td></td></tr>\n  </tbody>", []string{"entrustment-incomplete warning “두레결제㈜”"}},
	{"a processor is a category", "㈜한길배송", "택배사", []string{"recipient-unnamed warning “택배사”"}},
	{"a processor stands there twice", "<td>대금 결제</td></tr>\n  </tbody>", "<td>대금 결제</td></tr>\n    <tr><td>주식회사 한길배송</td><td>상품의 배송 업무</td></tr>\n  </tbody>", []string{"processor-duplicated info “주식회사 한길배송”"}},
	{"a processor under its former name", "두레결제㈜", "세틀뱅크㈜", []string{"processor-renamed warning “세틀뱅크㈜”"}},
	{"a third party with the work of a processor", "두레결제㈜</td><td>대금 결제", "노을도자기협회</td><td>도예 자격 검정", []string{"role-mismatch warning “노을도자기협회”"}},
	{"a row of contacts is gone", "  <li>전화: 02-0000-4821</li>\n  <li>이메일: privacy@solbaram.example.com</li>\n", "", []string{"officer-incomplete warning “제10조 개인정보 보호책임자”"}},
	{"a row of names is gone", "  <li>성명: 한솔비</li>\n  <li>소속 부서: 고객지원팀</li>\n", "", []string{"officer-incomplete warning “제10조 개인정보 보호책임자”"}},
	{"the procedure of destruction is gone", "파기 대상을 선정하여 개인정보 보호책임자의 승인을 받아 파기합니다", "파기합니다", []string{"destruction-incomplete warning “제4조 개인정보의 파기 절차 및 방법”"}},
	{"the way to refuse is gone", " 이용자는 웹 브라우저의 설정에서 쿠키의 저장을 거부할 수 있습니다.", "", []string{"auto-collection-incomplete warning “제9조…"}},
	{"a statute's period is shorter", "<td>3년</td>", "<td>2년</td>", []string{"retention-mismatch error “2년”"}},
	{"a statute's period is longer", "<td>3개월</td>", "<td>1년</td>", []string{"retention-mismatch warning “1년”"}},
	{"the unit of a period is another", "공급에 관한 기록</td><td>전자상거래 등에서의 소비자보호에 관한 법률</td><td>5년", "공급에 관한 기록</td><td>전자상거래 등에서의 소비자보호에 관한 법률</td><td>5개월", []string{"retention-mismatch error “5개월”"}},
	{"one of two equal periods is another", "<li>수강 문의 기록: 1년</li>", "<li>수강 문의 기록: 1년</li>\n  <li>수강 문의 기록: 2년</li>", []string{"retention-conflict error “2년”"}},
	{"a period cannot be told", "<li>수강 문의 기록: 1년</li>", "<li>수강 문의 기록: 필요한 기간 동안</li>", []string{"retention-unspecified warning “필요한 기간”"}},
	{"a period without an end", "<li>수강 문의 기록: 1년</li>", "<li>수강 문의 기록: 영구</li>", []string{"retention-indefinite warning “영구”"}},
	{"a statute lost a syllable", "표시·광고에 관한 기록</td><td>전자상거래 등에서의 소비자보호에 관한 법률", "표시·광고에 관한 기록</td><td>전자상거래 등에서의 소비보호에 관한 법률", []string{"law-misnamed warning “전자상거래 등에서의 소비보호에 관한 법률”"}},
	{"an article is that of another matter", "「개인정보 보호법」 제26조에 따라", "「개인정보 보호법」 제25조에 따라", []string{"law-misnamed warning “「개인정보 보호법」 제25조…"}},
	{"a basis that was repealed", "회원의 개인정보를 회원 탈퇴 시까지 보유합니다.", "회원의 개인정보를 회원 탈퇴 시까지 보유합니다. 개인정보 유효기간제에 따라 1년간 이용하지 않은 회원의 정보는 분리하여 보관합니다.", []string{"law-stale warning “개인정보 유효기간제…"}},
	{"a body that was renamed", "경찰청: (국번없이) 182 (ecrm.police.go.kr)", "경찰청 사이버안전국: (국번없이) 182 (cyberbureau.police.go.kr)", []string{"remedy-stale warning “경찰청 사이버안전국”"}},
	{"the law for the number is gone", "<td>「소득세법」 제164조</td>", "<td>계약의 이행</td>", []string{"rrn-without-basis warning “주민등록번호”"}},
	{"the promise of notice is not kept", "공고일: 2026년 10월 1일", "공고일: 2026년 10월 8일", []string{"notice-too-short warning “2026년 10월 8일”"}},
	{"no date of effect", "<br>시행일: 2026년 10월 12일", "", []string{"effective-date-missing warning “시행 7일”"}},
	{"a slot is left", "성명: 한솔비", "성명: ○○○", []string{"placeholder-left warning “○○○”"}},
	{"an article is there twice", "제8조 개인정보의 안전성", "제7조 개인정보의 안전성", []string{"numbering-broken warning “제7조…"}},
	{"a denial that a list contradicts", "<p>회사는 정보주체의 동의를 받아 다음과 같이 개인정보를 제3자에게 제공합니다.</p>", "<p>회사는 개인정보를 제3자에게 제공하지 않습니다.</p>", []string{"denial-contradicted warning “회사는 개인정보를 제3자에게 제공하지 않습니다.”"}},
	{"the same item twice", "성명, 이메일 주소, 비밀번호", "성명, 이메일 주소, 비밀번호, 성명", []string{"item-duplicated info “성명”"}},
	{"an item that is collected nowhere", "<td>성명, 이메일 주소</td><td>전시", "<td>성명, 여권번호</td><td>전시", []string{"identifier-without-basis info “여권번호”"}},
	{"an old title", "<h1>개인정보 처리방침</h1>", "<h1>개인정보취급방침</h1>", []string{"term-dated info “개인정보취급방침”"}},
}

// sections are the clauses of the complete policy, by the beginning of their headings, and the rules that
// miss them: a warning where other clauses still use their words.
var sections = []struct{ heading, rule string }{
	{"제1조", "purpose-missing error"},
	{"제2조", "items-missing error"},
	{"제3조", "retention-missing warning"},
	{"제4조", "destruction-missing error"},
	{"제7조", "rights-missing error"},
	{"제8조", "safety-missing error"},
	{"제9조", "auto-collection-missing warning"},
	{"제10조", "officer-missing warning"},
	{"제11조", "remedies-missing info"},
}

// harmless are edits that change nothing.
var harmless = []struct{ name, old, new string }{
	{"no space in the name of the Act", "개인정보 보호법", "개인정보보호법"},
	{"other quotation marks", "「개인정보 보호법」", "『개인정보 보호법』"},
	{"a short name of a statute", "<td>통신비밀보호법</td>", "<td>「통신비밀보호법」 제15조의2</td>"},
	{"another middle dot", "·", "ㆍ"},
	{"periods in months", "<td>5년</td>", "<td>60개월</td>"},
	{"periods of at least", "<td>5년</td>", "<td>5년 이상</td>"},
	{"numbers in full width", "<td>3년</td>", "<td>３년</td>"},
	{"cells as headings", "<td>㈜한길배송</td>", "<th scope=\"row\">㈜한길배송</th>"},
	{"classes", "<td>", "<td class=\"c\">"},
	{"emphasis", "회원 탈퇴 시까지", "<b>회원 탈퇴</b> 시까지"},
	{"spaces", "보유 기간", "보유기간"},
	{"legal forms", "㈜한길배송", "주식회사 한길배송"},
	{"a processor with more work", "<td>대금 결제</td></tr>\n  </tbody>", "<td>대금 결제</td></tr>\n    <tr><td>㈜한길배송</td><td>반품 회수</td></tr>\n  </tbody>"},
	{"a processor under its former name beside the new one", "두레결제㈜", "헥토파이낸셜㈜(구 세틀뱅크)"},
	{"a third party with other work as a processor", "두레결제㈜", "노을도자기협회"},
	{"another period of the shop's own", "<li>수강 문의 기록: 1년</li>", "<li>수강 문의 기록: 2년</li>"},
	{"a row more", "<li>수강 문의 기록: 1년</li>", "<li>수강 문의 기록: 1년</li>\n  <li>작품 대여 기록: 3년</li>"},
}

func TestSeededFaults(t *testing.T) {
	page := readComplete(t)
	for _, s := range faults {
		t.Run(s.name, func(t *testing.T) {
			if !strings.Contains(page, s.old) {
				t.Fatalf("the policy does not say %q", s.old)
			}
			compareFound(t, foundIn(t, strings.Replace(page, s.old, s.new, 1)), s.want)
		})
	}
}

func TestSeededGaps(t *testing.T) {
	page := readComplete(t)
	for _, s := range sections {
		t.Run(s.rule, func(t *testing.T) {
			start := strings.Index(page, "<h2>"+s.heading)
			end := start + 1 + strings.Index(page[start+1:], "<h2>")
			for _, f := range foundIn(t, page[:start]+page[end:]) {
				if strings.HasPrefix(f, s.rule) {
					return
				}
			}
			t.Errorf("without %s: %q", s.heading, foundIn(t, page[:start]+page[end:]))
		})
	}
}

func TestHarmlessEdits(t *testing.T) {
	page := readComplete(t)
	compareFound(t, foundIn(t, page), nil)
	for _, e := range harmless {
		t.Run(e.name, func(t *testing.T) {
			if !strings.Contains(page, e.old) {
				t.Fatalf("the policy does not say %q", e.old)
			}
			compareFound(t, foundIn(t, strings.ReplaceAll(page, e.old, e.new)), nil)
		})
	}
}

func readComplete(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(complete)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// foundIn are the findings in a policy, each as a seed wants it. Questions are left out.
func foundIn(t *testing.T, page string) []string {
	t.Helper()
	check := &analyzer.Check{Rules: rules.All(), Day: date.Date{Year: 2026, Month: 11, Day: 21}}
	var out []string
	for _, d := range check.Run(analyzertest.Parse(t, "page.html", page)) {
		if !d.Question {
			out = append(out, d.Rule.Name+" "+d.Severity.String()+" “"+d.Quote+"”")
		}
	}
	return out
}

func compareFound(t *testing.T, got, want []string) {
	t.Helper()
	same := func(g string) bool {
		return slices.ContainsFunc(want, func(w string) bool {
			head, cut := strings.CutSuffix(w, "…")
			return g == w || cut && strings.HasPrefix(g, head)
		})
	}
	if len(got) != len(want) || slices.ContainsFunc(got, func(g string) bool { return !same(g) }) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
