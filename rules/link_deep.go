package rules

import (
	"fmt"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// LinkDeep reports a policy that takes more than one click from the home page.
//
// The writing guideline has the policy published on the first screen of a website, and advises no more than three
// steps in an app; whether it can be found easily is part of the PIPC's evaluation of policies (Article 30-2). It
// is judged where "pipalint find" went from the home page to the policy by links. Two or three clicks are an info, more
// are a warning. Where the link of the home page leads to a list of versions, the click in that list counts, too.
//
// The option most is how many clicks are fine.
//
// # 한국어
//
// 첫 화면에서 한 번 눌러서는 볼 수 없는 처리방침을 찾습니다.
//
// 개인정보 처리방침 작성지침은 처리방침을 웹의 첫 화면에 공개하게 하고, 앱에서는 세 단계 안에 찾을 수 있게 하도록
// 권장합니다. 쉽게 확인할 수 있게 공개했는지는 개인정보보호위원회의 처리방침 평가(법 제30조의2)에서도 봅니다. pipalint
// find로 첫 화면에서 링크를 따라 처리방침까지 갔을 때 판단합니다. 두세 번이면 참고로 알리고, 세 번 넘게 눌러야 하면
// 경고합니다. 첫 화면의 링크가 처리방침 목록(버전별 목록 등)으로 가면 목록에서 누르는 것도 셉니다.
//
// 몇 번까지 눌러도 되는지는 most 옵션으로 정합니다.
var LinkDeep = &analyzer.Rule{
	Name:     "link-deep",
	Doc:      analyzer.Text{Ko: "첫 화면에서 여러 번 눌러야 볼 수 있는 처리방침을 찾습니다", En: "finds policies that are more than a click away from the home page"},
	Duty:     "access-first-screen",
	Severity: analyzer.Warning,
	Options:  linkDeepOptions{Most: 1},
	Run: func(p *analyzer.Pass) {
		way := facts.Way.Of(p)
		if way == nil || len(way.Steps) <= analyzer.OptionsOf[linkDeepOptions](p).Most {
			return
		}
		n := len(way.Steps)
		d := analyzer.Diagnostic{Severity: analyzer.Info, Subject: part("link", "depth"), Message: analyzer.Text{
			Ko: fmt.Sprintf("첫 화면에서 처리방침까지 %d번 눌러야 합니다: %s", n, chain(way.Steps)),
			En: fmt.Sprintf("the policy is %d clicks away from the home page: %s", n, chain(way.Steps))},
			Help: analyzer.Text{
				Ko: "첫 화면의 링크가 시행 중인 처리방침으로 바로 가게 합니다",
				En: "let a link on the home page lead straight to the policy in force"}}
		if n > stepsInApps {
			d.Severity = analyzer.Warning
		}
		atStep(&d, way.Steps[0])
		for _, s := range way.Steps[1:] {
			d.Related = append(d.Related, analyzer.Related{Place: s.Place(), Quote: stepName(s), Message: analyzer.Text{Ko: "그다음 누를 링크", En: "the next link"}})
		}
		p.Report(d)
	},
}

type linkDeepOptions struct {
	Most int `toml:"most" eg:"2" ko:"첫 화면에서 처리방침까지 눌러도 되는 횟수" en:"how many clicks the policy may be away from the home page"`
}

// stepsInApps is how many steps the writing guideline allows in an app.
const stepsInApps = 3

// chain is what is clicked, one after the other.
func chain(steps []policy.Step) string {
	names := make([]string, len(steps))
	for i, s := range steps {
		names[i] = stepName(s)
	}
	return strings.Join(names, " > ")
}
