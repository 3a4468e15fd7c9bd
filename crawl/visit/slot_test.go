package visit

import (
	"testing"

	"github.com/pipalint/pipalint/analyzer/scrape"
)

// TestAwaitsScript tells parts that a script is to fill from empty elements that are there for the looks.
func TestAwaitsScript(t *testing.T) {
	const (
		purpose = "<h2>제1조(개인정보의 처리 목적)</h2><p>회원을 관리하기 위하여 처리합니다.</p>"
		entrust = "<h2>제2조(처리업무의 위탁)</h2><p>다음과 같이 위탁합니다.</p>"
		destroy = "<h2>제3조(파기)</h2><p>보유 기간이 끝나면 복구할 수 없게 지웁니다.</p>"
	)
	tests := []struct {
		name, page string
		want       bool
	}{
		{"whole", purpose + entrust + "<table><tr><th>수탁자</th><td>(주)가온물류</td></tr></table>" + destroy, false},
		{"table to come", purpose + entrust + `<div data-table="processors"></div>` + destroy, true},
		{"part to come by its id", purpose + entrust + "<div id='consignees'>\n&nbsp;</div>" + destroy, true},
		{"mark of a link", purpose + entrust + `<a id="a3"></a>` + destroy, false},
		{"for the looks", purpose + entrust + `<div class="line"></div>` + destroy, false},
		{"behind the policy", purpose + entrust + destroy + `<div id="toast"></div>`, false},
		{"before the policy", `<div id="banner"></div>` + purpose + entrust + destroy, false},
		{"in a script", purpose + entrust + `<script>"<div id=x></div>"</script>` + destroy, false},
		{"comment within", purpose + entrust + `<div id="x"><!-- filled later --></div>` + destroy, true},
		{"picture within", purpose + entrust + `<div id="x"><img src="a.png" alt=""></div>` + destroy, false},
		{"panel of a tab", `<button role="tab" aria-controls="a">목적</button><a role="tab" href="#b">위탁</a><div id="a">` + purpose + `</div><div id="b"></div>`, true},
		{"panels that are there", `<button role="tab" aria-controls="a">목적</button><a role="tab" href="#b">위탁</a><div id="a">` + purpose + `</div><div id="b">` + entrust + `</div>`, false},
		{"menu that folds out", purpose + entrust + destroy + `<button aria-controls="m">메뉴</button><div id="m"></div>`, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, err := scrape.Parse("privacy.html", []byte("<h1>개인정보 처리방침</h1>"+test.page), scrape.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := new(Visitor).awaitsScript(doc); got != test.want {
				t.Errorf("awaits a script: %t", got)
			}
		})
	}
}
