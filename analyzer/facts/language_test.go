package facts_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestLanguages(t *testing.T) {
	const (
		ko = "회사는 회원을 식별하고 상품을 배송하기 위하여 개인정보를 처리합니다."
		en = "We process personal data to identify members and to deliver what they order."
		ja = "会員の識別と商品の配送のために個人情報を利用いたします。"
		zh = "本公司为识别会员以及配送商品而处理个人信息并妥善保管"
	)
	for _, tt := range []struct{ name, html, want string }{
		{"Korean", lines(ko, ko), "ko"},
		{"English", lines(en, en), "en"},
		{"Japanese", lines(ja, ja), "ja"},
		{"Chinese", lines(zh, zh), "zh"},
		{"Korean with English names", lines(ko, "Nimbus Cloud Inc. (privacy@nimbus.example.com)", ko, ko), "ko"},
		{"Korean with Han", lines("個人情報 處理方針을 定하여 會員의 個人情報를 保護합니다", ko), "ko"},
		{"Japanese with headings in Han", lines("個人情報処理方針", "利用目的", ja, ja), "ja"},
		{"English with a Korean name", lines(en, en, en, en, "주식회사 모란상점"), "en"},
		{"half Korean, half English", lines(ko, en, ko, en), "mixed"},
		{"half Korean, half Japanese", lines(ko, ja, ko, ja), "mixed"},
		{"the menu does not count", "<nav>" + strings.Repeat("<a href=/a>Our products and services</a>", 9) + "</nav>" + short, "ko"},
		{"numbers alone", lines("1234-5678"), "ko"},
		{"declared otherwise", "<html lang=en>" + lines(ko), "ko"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := facts.Languages.Of(body(t, tt.html))[0]; got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
	if got := facts.Languages.Of(read(t, "policy.html", lines(ko), lines(en))); !slices.Equal(got, []string{"ko", "en"}) {
		t.Errorf("of two pages: %q", got)
	}
}

func TestLanguagesFixture(t *testing.T) {
	testFixture(t, "languages", func(p *analyzer.Pass) string { return facts.Languages.Of(p)[0] })
}
