package facts_test

import (
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/facts"
)

// TestSaidAbroad tries sentences about companies that no list has: whom they put abroad, and where.
func TestSaidAbroad(t *testing.T) {
	for text, want := range map[string]string{
		"회원의 이메일과 로그인 기록은 미국에 서버를 둔 Auth0에 보관됩니다.":                                 "auth0 US",
		"회원의 이메일은 미국 소재 기업인 Mailchimp에 등록하여 소식을 보냅니다.":                             "mailchimp US",
		"이용자의 질문은 미국 OpenAI의 서버에 올려 답변을 만듭니다.":                                     "openai US",
		"방문자의 클릭은 Hotjar(몰타)로 분석합니다.":                                              "hotjar MT",
		"문의하신 내용과 이메일은 Zendesk(본사: 미국)를 이용하여 접수합니다.":                               "zendesk US",
		"회원 데이터는 AWS 도쿄 리전에 저장됩니다.":                                                "aws JP",
		"회원 데이터는 AWS us-east-1 리전에 저장됩니다.":                                         "aws US",
		"회원 데이터는 AWS를 이용하여 싱가포르 리전에 보관합니다.":                                        "aws SG",
		"오류 로그는 미국의 클라우드 서비스인 Datadog으로 모읍니다.":                                     "datadog US",
		"Questions are sent to OpenAI in the United States to generate answers.":   "openai US",
		"Your messages are stored on Intercom, Inc. (Ireland).":                    "intercom IE",
		"We send your prompts to Anthropic, based in the US, to generate answers.": "anthropic US",
		"Customer data is stored on MongoDB Atlas servers in Singapore.":           "mongodb-atlas SG",
		"会員情報は米国にあるSupabaseに保存しています。":                                              "supabase US",

		"회원 데이터는 AWS 서울 리전에 저장됩니다.":                                                     "",
		"회원 데이터는 AWS에 저장됩니다.":                                                           "",
		"미국 이용자의 이메일은 Auth0에 저장됩니다.":                                                    "",
		"미국에 거주하는 회원의 이메일은 Mailchimp에 등록합니다.":                                           "",
		"미국 여행 상품을 신청하신 분의 이메일은 Mailchimp에 등록합니다.":                                      "",
		"일본 시장을 알기 위하여 Hotjar로 클릭을 분석합니다.":                                              "",
		"구글 애널리틱스를 이용하여 미국, 일본 방문자의 통계를 분석합니다.":                                         "",
		"질문은 OpenAI로 전송하며, 영국 지사의 직원은 볼 수 없습니다.":                                        "",
		"회원 데이터는 AWS 서울 리전에 저장하며 일본에는 서버가 없습니다.":                                        "",
		"미국에 있는 Auth0에 이메일을 저장하지 않습니다.":                                                 "",
		"미국 소재 OpenAI를 도입할 예정입니다.":                                                      "",
		"이용자가 미국에 있는 자신의 Dropbox에 저장한 사진은 회사와 관계가 없습니다.":                                "",
		"US users' messages are stored on Intercom.":                                    "",
		"We use Mixpanel to analyse usage; our parent company is in the United States.": "",
		"Questions are never sent to OpenAI in the United States.":                      "",
		"미국의 Zendesk, Inc.에 상담 업무를 위탁합니다.":                                              "",
	} {
		p := body(t, vendorPolicy(map[string]string{"safety": "<p>" + text + "</p>"}))
		if got := saidAbroad(facts.RecipientsAbroad.Of(p)); got != want {
			t.Errorf("%s\n got %q, want %q", text, got, want)
		}
	}
}

// saidAbroad are those among recipients abroad whom only sentences name, and to whom no transfer is told of.
func saidAbroad(all []facts.RecipientAbroad) string {
	var out []string
	for _, f := range all {
		if f.Said && !f.Told {
			out = append(out, f.Vendor.ID+" "+f.Country)
		}
	}
	return strings.Join(out, ", ")
}
