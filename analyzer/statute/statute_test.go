package statute

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// show writes what was found: form, ID, level, articles and the words.
func show(text string, all []Found) string {
	var out []string
	for _, f := range all {
		s := fmt.Sprintf("%s %s", f.As, f.ID)
		if f.Level != Act {
			s += " " + f.Level.String()
		}
		for i, told := range []bool{f.Slight, f.Past, f.Foreign} {
			if told {
				s += " " + [...]string{"slight", "past", "foreign"}[i]
			}
		}
		for _, a := range f.Articles {
			s += " " + number4(a)
		}
		out = append(out, s+": "+text[f.Start:f.NameEnd])
	}
	return strings.Join(out, "; ")
}

// number4 writes an article without what is not told.
func number4(a Article) string {
	s := fmt.Sprint(a.Number)
	if a.Through {
		s = "~" + s
	}
	if a.Sub > 0 {
		s += fmt.Sprintf("의%d", a.Sub)
	}
	if a.Paragraph > 0 {
		s += fmt.Sprintf("(%d)", a.Paragraph)
	}
	if a.Item > 0 {
		s += fmt.Sprint(a.Item)
	}
	if a.ItemSub > 0 {
		s += fmt.Sprintf(".%d", a.ItemSub)
	}
	return s
}

func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		// names
		"「개인정보 보호법」 제30조에 따라":                          "official pipa 30: 개인정보 보호법",
		"회사는 개인정보보호법을 준수합니다":                           "spaced pipa: 개인정보보호법",
		"『정보통신망 이용촉진 및 정보보호 등에 관한 법률』":                 "official network: 정보통신망 이용촉진 및 정보보호 등에 관한 법률",
		"정보통신망이용촉진및정보보호등에관한법률":                         "spaced network: 정보통신망이용촉진및정보보호등에관한법률",
		"정보통신망 이용촉진, 정보보호 등에 관한 법률":                    "spaced network: 정보통신망 이용촉진, 정보보호 등에 관한 법률",
		"표시•광고의 공정화에 관한 법률":                            "spaced labelling: 표시•광고의 공정화에 관한 법률",
		"전상법, 통비법, 전금법 및 신용정보법":                        "short e-commerce: 전상법; short communications-privacy: 통비법; short e-finance: 전금법; short credit-information: 신용정보법",
		"‘공공기록물관리법’에 따라":                               "short public-records: 공공기록물관리법",
		"소비자보호법과 전자거래기본법":                              "former consumers: 소비자보호법; former electronic-documents: 전자거래기본법",
		"공공기관의 개인정보보호에 관한 법률":                          "former pipa: 공공기관의 개인정보보호에 관한 법률",
		"정보통신망 이용촉진 등에 관한 법률":                          "former network: 정보통신망 이용촉진 등에 관한 법률",
		"구 정보통신망법 제29조":                                "short network past 29: 정보통신망법",
		"일본 개인정보 보호법":                                  "official  foreign: 개인정보 보호법",
		"위치정보의 보호 및 이용 등에 관한 법률(이하 ‘위치정보법’이라 한다) 제16조": "official location: 위치정보의 보호 및 이용 등에 관한 법률; short location 16: 위치정보법",
		"「개인정보의 안전성 확보조치 기준」 제8조":                      "official safety-standard notification 8: 개인정보의 안전성 확보조치 기준",
		// words that only hold one, or end like one
		"국민법정, 손해보상법, 통상법, 처형법":        "",
		"파기방법 및 보관방법, 불법, 관련법, 법률에 따라": "",
		"상법인 설립, 민법정":                  "",
		"준거법은 한국법으로 합니다":               "",
		"다른 법률에 특별한 규정이 있는 경우":         "",
		"개인정보 처리 방법에 관한 고시":            "",
		"민원처리, 법 준수":                   "",
		// articles
		"개인정보 보호법 제15조 및 제22조":                 "official pipa 15 22: 개인정보 보호법",
		"개인정보 보호법 제30조제1항제1호·제2호":              "official pipa 30(1)1 30(1)2: 개인정보 보호법",
		"개인정보 보호법 제39조의3제1항제2호의2":              "official pipa 39의3(1)2.2: 개인정보 보호법",
		"개인정보 보호법 제 35 조 제 5 항, 제37조 제2항":      "official pipa 35(5) 37(2): 개인정보 보호법",
		"개인정보 보호법(제１７조 제２항)":                   "official pipa 17(2): 개인정보 보호법",
		"개인정보 보호법 제15조 내지 제18조":                "official pipa 15 ~18: 개인정보 보호법",
		"개인정보 보호법 제35조(개인정보의 열람), 제36조(정정·삭제)": "official pipa 35 36: 개인정보 보호법",
		"개인정보 보호법 제15조제1항 및 같은 조 제3항":          "official pipa 15(1) 15(3): 개인정보 보호법",
		"개인정보 보호법 제25조의 규정":                    "official pipa 25: 개인정보 보호법",
		"개인정보 보호법 35조":                         "official pipa 35: 개인정보 보호법",
		"개인정보 보호법 제3자 제공":                      "official pipa: 개인정보 보호법",
		"개인정보 보호법\n제3조(목적)":                    "official pipa: 개인정보 보호법",
		"개인정보 보호법, 제3조":                        "official pipa: 개인정보 보호법",
		"법인세법 제116조제1항 가목":                     "official corporate-tax 116(1): 법인세법",
		// levels and what points back
		"「통신비밀보호법」 시행령 제41조":                     "official communications-privacy decree 41: 통신비밀보호법」 시행령",
		"의료법시행규칙 제15조":                           "official medical-service rule 15: 의료법시행규칙",
		"통신비밀보호법 제15조의2 및 시행령 제41조":              "official communications-privacy 15의2: 통신비밀보호법; reference communications-privacy decree 41: 시행령",
		"전자금융거래법 제22조, 같은 법 시행령 제12조제1항":         "official e-finance 22: 전자금융거래법; reference e-finance decree 12(1): 같은 법 시행령",
		"전자상거래법 제6조. 동법에 따라 보관":                  "short e-commerce 6: 전자상거래법; reference e-commerce: 동법",
		"개인정보 보호법(이하 “법”이라 한다)\n상법 제33조\n법 제26조": "official pipa: 개인정보 보호법; official commercial 33: 상법; reference pipa 26: 법",
		"노동법 강의, 활동 법률 자문":                       "",
		// misspelt
		"정보통신망 이용촉진 및 정보보호에 관한 법률":      "misspelt network slight: 정보통신망 이용촉진 및 정보보호에 관한 법률",
		"“정보통신망 이용촉진 및 정보보호”에 관한 법률":    "misspelt network slight: 정보통신망 이용촉진 및 정보보호”에 관한 법률",
		"회사는 정보통신 이용촉진 및 정보보호 등에 관한 법률": "misspelt network: 정보통신 이용촉진 및 정보보호 등에 관한 법률",
		"정보통신망 이용촉진 및 정보보호 등에 대한 법률":    "misspelt network: 정보통신망 이용촉진 및 정보보호 등에 대한 법률",
		"정보통신망 이용촉진법 등에 관한 법률":          "misspelt network: 정보통신망 이용촉진법 등에 관한 법률",
		"전자상거래 등에서의\n소비자보호에 관한 법률":      "spaced e-commerce: 전자상거래 등에서의\n소비자보호에 관한 법률",
		"소비자보호에 관한 법률":                  "unlisted : 소비자보호에 관한 법률",
		"민원처리\n법 준수":                    "",
		"하도급거래의 공정화에 관한 법률":             "misspelt subcontracting slight: 하도급거래의 공정화에 관한 법률",
		"관련 상거래 등에서의 소비자보호에 관한 법률":      "misspelt e-commerce: 상거래 등에서의 소비자보호에 관한 법률",
		"전자상거래 등에서 소비자보호에 관한 법률":        "misspelt e-commerce slight: 전자상거래 등에서 소비자보호에 관한 법률",
		"전자상거래 등에서의 소비자보호에 관한 법":        "misspelt e-commerce slight: 전자상거래 등에서의 소비자보호에 관한 법",
		"공공기관 기록물관리법에 따라":               "misspelt public-records: 공공기관 기록물관리법",
		"개인정보보법, 개인정보 보보호법, 개인정보보허법":    "misspelt pipa: 개인정보보법; misspelt pipa: 개인정보 보보호법; misspelt pipa: 개인정보보허법",
		"약관의 규제 등에 관한 법률":               "misspelt standard-terms slight: 약관의 규제 등에 관한 법률",
		// near the name of a law, and one itself
		"가정폭력범죄의 처벌 등에 관한 특례법":    "official domestic-violence: 가정폭력범죄의 처벌 등에 관한 특례법",
		"특정경제범죄 가중처벌 등에 관한 법률":    "official aggravated-punishment-economic: 특정경제범죄 가중처벌 등에 관한 법률",
		"스토킹범죄의 처벌 등에 관한 법률":      "unlisted : 스토킹범죄의 처벌 등에 관한 법률",
		"민사소송법과 형사소송법":            "official civil-procedure: 민사소송법; official criminal-procedure: 형사소송법",
		"개인신용정보보호법 제1조":           "unlisted  1: 개인신용정보보호법",
		"「석유 및 석유대체연료 사업법」 제2조":   "unlisted  2: 석유 및 석유대체연료 사업법",
		"여객자동차 운수사업법과 화물자동차운수사업법": "official passenger-transport: 여객자동차 운수사업법; spaced freight-transport: 화물자동차운수사업법",
		// English and Japanese
		"Article 26(1) of the Personal Information Protection Act":                                     "translated pipa 26(1): Personal Information Protection Act",
		"Articles 35 (4) and 37 (2) of the Personal Information Protection Act":                        "translated pipa 35(4) 37(2): Personal Information Protection Act",
		"Article 41 (1) of the Enforcement Decree of the Personal Information Protection Act":          "translated pipa decree 41(1): Enforcement Decree of the Personal Information Protection Act",
		"Article 35 (Access to Personal Information), 36 of the 「Personal Information Protection Act」": "translated pipa 35 36: Personal Information Protection Act",
		"the Act on the Consumer Protection in Electronic Commerce, etc. (Article 6)":                  "translated e-commerce 6: Act on the Consumer Protection in Electronic Commerce",
		"Protection of Communications Secrets Act: 3 months":                                           "translated communications-privacy: Protection of Communications Secrets Act",
		"the Personal Information Protection Act. Article 28-4 of the Act says":                        "translated pipa: Personal Information Protection Act; reference pipa 28의4: Act",
		"California Consumer Privacy Act":                                                              "unlisted  foreign: California Consumer Privacy Act",
		"Actual Activities, in fact. Act now":                                                          "",
		"個人情報保護法第25条に基づき":                                                                              "translated pipa 25: 個人情報保護法",
		"電子商取引等における消費者保護に関する法律第6条第1項":                                                                  "translated e-commerce 6(1): 電子商取引等における消費者保護に関する法律",
		"収集方法及び利用方法":                                                                                   "",
	} {
		if diff := cmp.Diff(want, show(text, Find(text))); diff != "" {
			t.Errorf("%s\nwant -, got +\n%s", text, diff)
		}
	}
}

func TestParseArticle(t *testing.T) {
	a, ok := ParseArticle("제35조제5항")
	if !ok || a.Number != 35 || a.Paragraph != 5 {
		t.Errorf("%+v, %v", a, ok)
	}
	for _, s := range []string{"", "제35", "제35조 및 제36조", "제35조에", "제3자"} {
		if a, ok := ParseArticle(s); ok {
			t.Errorf("%q is %+v", s, a)
		}
	}
}

func TestArticleWithin(t *testing.T) {
	parse := func(s string) Article {
		a, ok := ParseArticle(s)
		if !ok {
			t.Fatal(s)
		}
		return a
	}
	if !parse("제30조제1항제2호").Within(parse("제30조제1항")) || parse("제30조").Within(parse("제30조제1항")) || parse("제30조의2").Within(parse("제30조")) {
		t.Error("what is a part of what")
	}
	if !parse("제30조 제1항").Is(parse("제30조제1항")) || parse("제30조").Is(parse("제30조제1항")) {
		t.Error("what is the same as what")
	}
}

func TestWrongs(t *testing.T) {
	for _, w := range Wrongs() {
		if w.From == "" || len(w.right) == 0 || w.IsRight(Act, w.Article) {
			t.Errorf("%s %+v: right %s from %s", w.Statute, w.Article, w.Right, w.From)
		}
	}
}

// TestCatalogue holds every name of the catalogue against the reader: each must be found whole, and be of
// the law under which it stands.
func TestCatalogue(t *testing.T) {
	for id, l := range catalogue().laws {
		for _, names := range [][]string{{l.Name}, l.Former, l.Short, l.En, l.Ja} {
			for _, n := range names {
				text := "가. " + n + " 제1조"
				all := Find(text)
				if len(all) != 1 || all[0].ID != id || len(all[0].Articles) != 1 {
					t.Errorf("%s %q: %s", id, n, show(text, all))
				}
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("회사는 「개인정보 보호법」 제30조에 따라 정보주체의 개인정보를 보호하고 다음과 같은 방법으로 처리합니다. 정보통신망 이용촉진 및 정보보호에 관한 법률.\n", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"「개인정보 보호법」 제39조의3제1항", "같은 법 시행령 제6조", "Article 26 (1) of the Enforcement Decree of the Personal Information Protection Act", "個人情報保護法第25条", "정보통신망 이용촉진법 등에 관한 법률(이하 “법”이라 한다) 제2조~제5조"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, x := range Find(text) {
			if x.Start < end || x.NameEnd <= x.Start || x.End < x.NameEnd || x.End > len(text) {
				t.Fatalf("%q: %+v behind %d", text, x, end)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[x.Start:x.NameEnd]+text[x.NameEnd:x.End]) {
				t.Fatalf("%q: %+v within a character", text, x)
			}
			for _, a := range x.Articles {
				if a.Start < end || a.End <= a.Start || a.End > len(text) || a.Number == 0 {
					t.Fatalf("%q: article %+v", text, a)
				}
			}
			end = x.End
		}
	})
}
