package rules_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/rules"
)

// twinsOf are the two policies of an archive of testdata/twins.
func twinsOf(t *testing.T, archive string) [2]txtar.File {
	t.Helper()
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Files) != 2 {
		t.Fatalf("%s: %d files", archive, len(a.Files))
	}
	return [2]txtar.File{a.Files[0], a.Files[1]}
}

// compared is what the rule finds in one policy beside another.
func compared(t *testing.T, policy, twin txtar.File) []analyzer.Diagnostic {
	t.Helper()
	day, err := date.Parse(analyzertest.DefaultDay)
	if err != nil {
		t.Fatal(err)
	}
	pass := analyzer.NewPass(analyzertest.Parse(t, policy.Name, string(policy.Data)), day)
	pass.Twins = []*analyzer.Pass{analyzer.NewPass(analyzertest.Parse(t, twin.Name, string(twin.Data)), day)}
	return analyzer.RunAlone(rules.TwinDiffers, rules.All(), pass)
}

// TestTwinsAgree finds nothing in pairs that tell the same in other words, forms and orders, whichever is the twin.
func TestTwinsAgree(t *testing.T) {
	archives, err := filepath.Glob(filepath.Join("..", "testdata", "twins", "*.txtar"))
	if err != nil || len(archives) < 12 {
		t.Fatalf("%d archives, %v", len(archives), err)
	}
	for _, archive := range archives {
		pair := twinsOf(t, archive)
		for _, order := range [...][2]txtar.File{{pair[0], pair[1]}, {pair[1], pair[0]}} {
			for _, d := range compared(t, order[0], order[1]) {
				t.Errorf("%s: %s: %s", archive, order[0].Name, d.Message.En)
			}
		}
	}
}

// seededTwin is a pair in one of which something is changed, and the finding that must come of it, and no other.
type seededTwin struct {
	pair, file string // the beginning of the archive's name; the file that is changed
	old, new   string
	severity   string // "question" for one
	want       string // a regular expression for the message in English or Korean
	twice      bool   // each lacks what the other has
}

var seededTwins = []seededTwin{
	// Periods.
	{"01", "en", "settlement: 3 years", "settlement: 5 years", "warning", `period of .*“3년” in the Korean version, “5 years” in the English version|“5 years” in the English version, “3년” in the Korean version`, false},
	{"01", "ko", "<td>3개월</td>", "<td>6개월</td>", "warning", "6개월.*3 months|3 months.*6개월", false},
	{"03", "ja", "退会後30日", "退会後60日", "warning", "30일.*60日|60日.*30일", false},
	{"03", "ja", "紛争の処理に関する記録：3年", "紛争の処理に関する記録：1年", "warning", "3년.*1年|1年.*3년", false},
	{"04", "en", "18 months", "16 months", "warning", "1년 6개월.*16 months|16 months.*1년 6개월", false},
	{"04", "en", "ninety (90) days", "thirty (30) days", "warning", "90일.*30\\) days|30\\) days.*90일", false},
	{"08", "en", "<td>Medical charts</td><td>10 years</td>", "<td>Medical charts</td><td>5 years</td>", "warning", "진료기록부|Medical charts", false},
	{"08", "en", "<tr><td>Prescriptions</td><td>2 years</td></tr>", "", "warning", "does not state the period of “처방전”, which is “2년”", false},
	{"01", "ko", "<tr><td>웹사이트 방문기록</td><td>통신비밀보호법</td><td>3개월</td></tr>", "", "warning", "국문본에는 없습니다", false},
	{"05", "en", "<td>6 months from provision</td>", "<td>9 months from provision</td>", "warning", "쿠팡|Coupang", false},
	{"02", "en", "three months", "three years", "warning", "3개월.*three years|three years.*3개월", false},
	{"08", "en", "<table><tr><th>Record</th><th>Retention period</th></tr><tr><td>Medical charts</td><td>10 years</td></tr><tr><td>List of patients</td><td>5 years</td></tr><tr><td>Prescriptions</td><td>2 years</td></tr></table>", "<p>We keep records for as long as the law requires.</p>", "warning", "does not state 3 periods", false},
	{"08", "ko", "<table><tr><th>기록</th><th>보유기간</th></tr><tr><td>환자 명부</td><td>5년</td></tr><tr><td>진료기록부</td><td>10년</td></tr><tr><td>처방전</td><td>2년</td></tr></table>", "<p>법령에서 정한 기간 동안 보관합니다.</p>", "warning", "보유기간 3건", false},
	{"05", "en", "records on contracts or withdrawal of subscription are kept for five years and records on consumer complaints or dispute resolution for three years.", "records are kept as long as the law asks.", "question", "does not state 2 periods", false},
	{"05", "ko", "계약 또는 청약철회에 관한 기록은 5년, 소비자 불만 또는 분쟁처리에 관한 기록은 3년간 보관합니다.", "필요한 기록을 보관합니다.", "warning", "five years", false},
	// Companies.
	{"10", "ko", "<tr><td>배송</td><td>한별택배㈜, ㈜모란물류, 다산로지스틱스</td></tr>\n<tr><td>고객 상담</td><td>㈜이음커뮤니케이션즈</td></tr>\n<tr><td>결제</td><td>미르페이먼츠㈜, ㈜솔빛카드</td></tr>\n", "", "warning", "영문본의 수탁자 6곳", false},
	{"01", "en", "<li>Narae Messaging Co., Ltd.: sending of text messages and notices</li>", "", "warning", "does not name the processor “\\(주\\)나래메시징”", false},
	{"01", "ko", "<tr><td>한빛페이 주식회사</td><td>결제 대행</td></tr>", "", "warning", "영문본의 수탁자 ‘Hanbit Pay Inc.’[이가] 국문본에는 없습니다", false},
	{"03", "ja", "<tr><td>ソダムサポート株式会社</td><td>カスタマーサポート</td></tr>", "", "warning", "일문본에는 없습니다", false},
	{"05", "en", "<tr><td>Toss Payments</td><td>Payment</td></tr>", "", "warning", "processor “토스페이먼츠", false},
	{"05", "ko", "<tr><td>쿠팡 주식회사</td><td>제휴 판매</td><td>이름, 주소</td><td>제공일로부터 6개월</td></tr>", "", "warning", "third party “Coupang Corp.”", false},
	{"10", "en", "<tr><td>Solbit Card Co., Ltd.</td><td>Payment</td></tr>", "", "warning", "㈜솔빛카드", false},
	{"10", "ko", ", 에스제이아이티 주식회사", "", "warning", "SJ IT Co., Ltd.", false},
	{"10", "ko", "㈜바람메시지", "㈜노을메시지", "question", "㈜노을메시지.*Baram Message|Baram Message.*㈜노을메시지", false},
	{"02", "en", "**Zendesk, Inc.**\n- Country: Ireland\n- Purpose: customer support\n- Items: name, e-mail\n- Retention: 2 years\n", "", "warning", "Zendesk", false},
	{"12", "en", "| PortOne | payments |\n", "", "warning", "포트원", false},
	{"09", "ja", "<tr><td>バロコールセンター</td><td>電話相談</td></tr>", "<tr><td>ナレコールセンター</td><td>電話相談</td></tr>", "question", "같은 곳입니까", false},
	{"11", "en", "<tr><td>Great Ocean Bank</td><td>Direct debit</td></tr>", "", "warning", "수탁자 수가 다릅니다", false},
	{"14", "ko.md", "- 은솔프린팅: 우편물 발송\n", "", "warning", "은솔프린팅", false},
	{"05", "en", "<td>Toss Payments</td>", "<td>KG Inicis</td>", "warning", "‘토스페이먼츠 주식회사’|‘KG Inicis’", true},
	// Countries.
	{"02", "en", "- Country: Singapore", "- Country: Japan", "warning", "싱가포르.*Japan|Japan.*싱가포르", false},
	{"12", "en", "| Google LLC | USA |", "| Google LLC | Taiwan |", "warning", "미국.*Taiwan|Taiwan.*미국", false},
	{"13", "ko", "<td>캐나다</td>", "<td>미국</td>", "warning", "Lumora", false},
	// The officer.
	{"01", "en", "+82-2-555-0101", "+82-2-555-0110", "warning", "telephone number.*02-555-0101", false},
	{"04", "ko", "(051) 555-0177", "(051) 555-0171", "warning", "telephone number", false},
	{"05", "en", "1588-0000", "+82-2-555-0000", "question", "telephone number", false},
	{"05", "en", "cpo@byeolha.example.com", "privacy@byeolha.example.com", "warning", "e-mail address.*privacy@byeolha", false},
	{"09", "ja", "privacy@garamtour.example.com", "info@garamtour.example.com", "warning", "e-mail address", false},
	{"01", "en", "Name: Garam Hong (Director)", "Name: Minsu Park (Director)", "question", "홍가람.*Minsu Park|Minsu Park.*홍가람", false},
	{"14", "ko.md", "차은결", "차은솔", "warning", "차은결.*차은솔|차은솔.*차은결", false},
	{"06", "ko", ", 전화 042-555-0133", ", 전화 042-555-0139", "warning", "telephone number", false},
	// Dates.
	{"01", "ko", "2025년 3월 1일", "2025년 9월 1일", "warning", "date of effect differs", false},
	{"04", "en", "2026-01-01", "2026-04-01", "warning", "2026년 1월 1일.*2026-04-01|2026-04-01.*2026년 1월 1일", false},
	{"03", "ja", "施行日：2024年11月15日", "施行日：2023年11月15日", "warning", "시행일이 서로 다릅니다", false},
	{"05", "en", "Announced: May 2, 2025", "Announced: May 1, 2025", "question", "date of announcement", false},
	// Clauses.
	{"07", "en", "## Your rights\nYou may request access, correction, deletion, or suspension of processing.\n", "", "warning", "says nothing about “rights", false},
	{"03", "ko", "<h3>8. 안전성 확보 조치</h3><p>개인정보를 암호화하고 접근 권한을 최소한으로 관리합니다.</p>\n", "", "warning", "국문본에는 없습니다", false},
	{"08", "en", "6. Privacy officer and remedies</h4><p>Eunsol Ha, Director, tel. +82-32-555-0155, onnuri@clinic.example.com</p>\n<p>You may also turn to the Personal Information Dispute Mediation Committee (1833-6972), the Privacy Infringement Report Center (118), the Supreme Prosecutors' Office (1301) or the Korean National Police Agency (182) for remedies.</p>", "6. Privacy officer</h4><p>Eunsol Ha, Director, tel. +82-32-555-0155, onnuri@clinic.example.com</p>", "question", "outside bodies", false},
	{"13", "ko", "<h2>8. 아동의 개인정보</h2><p>당사는 만 14세 미만 아동의 개인정보를 수집하지 않습니다.</p>\n", "", "warning", "children under 14", false},
	{"07", "en", "We do not provide personal information to third parties, and we do not outsource its processing to other companies.", "We do not provide personal information to third parties.", "", "", false}, // a denial and silence agree
	{"02", "en", "## Cookies\n\nWe use cookies to keep you logged in. You can refuse cookies in the settings of your browser.\n", "", "question", "collect personal data automatically", false},
	{"01", "ko", "회사는 정보주체의 개인정보를 제3자에게 제공하지 않습니다.", "회사는 다음과 같이 개인정보를 제공합니다.</p><p>제공받는 자: 주식회사 너울보험<br>제공 목적: 상해보험 가입<br>제공 항목: 이름<br>보유 기간: 1년", "warning", "너울보험", false},
}

// TestTwinsSeeded finds just what was changed in one of two policies that agree, whichever is the twin.
func TestTwinsSeeded(t *testing.T) {
	for _, s := range seededTwins {
		t.Run(s.pair+" "+s.file+" "+s.new, func(t *testing.T) {
			pair := s.change(t)
			for _, order := range [...][2]txtar.File{{pair[0], pair[1]}, {pair[1], pair[0]}} {
				s.judge(t, order[0], compared(t, order[0], order[1]))
			}
		})
	}
}

// change is the pair with the change.
func (s seededTwin) change(t *testing.T) [2]txtar.File {
	t.Helper()
	archives, err := filepath.Glob(filepath.Join("..", "testdata", "twins", s.pair+"-*.txtar"))
	if err != nil || len(archives) != 1 {
		t.Fatalf("%d archives, %v", len(archives), err)
	}
	pair := twinsOf(t, archives[0])
	for i, f := range pair {
		if f.Name == s.file || strings.TrimSuffix(f.Name, filepath.Ext(f.Name)) == s.file {
			changed := strings.ReplaceAll(string(f.Data), s.old, s.new)
			if changed == string(f.Data) {
				t.Fatalf("%s: nothing to change", f.Name)
			}
			pair[i].Data = []byte(changed)
			return pair
		}
	}
	t.Fatal("no such file")
	return pair
}

// judge holds what is found in a policy to what was changed.
func (s seededTwin) judge(t *testing.T, policy txtar.File, found []analyzer.Diagnostic) {
	t.Helper()
	wanted := 1
	switch {
	case s.severity == "":
		wanted = 0
	case s.twice:
		wanted = 2
	}
	if len(found) != wanted {
		t.Errorf("%s: %d findings, not %d", policy.Name, len(found), wanted)
	}
	for _, d := range found {
		severity := d.Severity.String()
		if d.Question {
			severity = "question"
		}
		if severity != s.severity {
			t.Errorf("%s: as %s, not %s", policy.Name, severity, s.severity)
		}
		if re := regexp.MustCompile(s.want); !re.MatchString(d.Message.En) && !re.MatchString(d.Message.Ko) {
			t.Errorf("%s: %s (%s)", policy.Name, d.Message.En, d.Message.Ko)
		}
		if d.Place.File.Name != policy.Name || d.Quote == "" {
			t.Errorf("%s: at %q in %s", policy.Name, d.Quote, d.Place.File.Name)
		}
		if t.Failed() {
			t.Logf("%s: %s %s (%s) at %q, subject %s", policy.Name, severity, d.Message.En, d.Message.Ko, d.Quote, d.Subject)
		}
	}
}
