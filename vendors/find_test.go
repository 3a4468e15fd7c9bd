package vendors

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer/fold"
)

// show writes what a text names: the ID of each vendor, with ? where the name is risky.
func show(text string) string {
	var out []string
	for _, m := range Find(text) {
		s := m.Vendor.ID
		if m.Risky {
			s += "?"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestFind(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// The ends of words.
		{"네이버페이와 카카오페이로 결제", "naver-financial kakaopay"},
		{"(주)카카오, ㈜케이티, 주식회사 토스페이먼츠", "kakao kt toss-payments"},
		{"주식회사카카오에서", "kakao"},
		{"카카오주식회사는", "kakao"},
		{"카카오㈜가", "kakao"},
		{"①카카오 ②구글¹ 3.AWS 2-1.AWS 카카오1)", "kakao google aws aws kakao"},
		{"Amazon Web Services, Inc.에 보관", "aws"},
		{"젠데스크를 쓰며 채널톡에서도 상담", "zendesk channel-corp"},
		{"카카오계정으로 로그인", "kakao-login"},
		{"쿠팡계정으로 로그인", "coupang-partners"},
		{"AWS서울리전에서", "aws"},
		{"Google Analytics/Hotjar", "google-analytics hotjar"},
		{"Google.", "google"},
		// Longer words that the catalogue does not know.
		{"한진정보통신에 위탁", ""},
		{"자유베이스", ""},
		{"두발히어로", "chainlogis"},
		{"KT희망재단과 KT&G, AT&T", ""},
		{"카카오VX", ""},
		{"GCP코리아", ""},
		{"구글러", ""},
		{"네이버후드 카페", ""},
		{"Googleplex and Metadata", ""},
		// Longer names that it does know.
		{"KT알파", "kt-alpha"},
		{"KT 알파에", "kt-alpha"},
		{"구글애널리틱스", "google-analytics"},
		{"구글 애널리틱스 4", "google-analytics"},
		{"Google애널리틱스를", "google-analytics"},
		{"코리아크레딧뷰로㈜", "kcb"},
		{"LX판토스", "lx-pantos"},
		// Spaces.
		{"나이스 페이먼츠", "nice-payments"},
		{"Google  Analytics", "google-analytics"},
		{"Apps Flyer", "appsflyer"},
		{"KG 이니시스", "kg-inicis"},
		{"우리 은행을 찾는", ""},
		{"네이버\n페이", "naver"},
		{"카 카오", ""},
		{"work day", ""},
		{"Game Analytics, Game analytics", "gameanalytics?"},
		{"google analytics", "google-analytics"},
		// Addresses and other signs.
		{"문의: privacy@naver.com", ""},
		{"https://policies.google.com/privacy 참고", ""},
		{"www.facebook.com/kakao", ""},
		{"facebook.com/kakao", ""},
		{"_ga, kakao-token, google.com", ""},
		{"https://example.com/kakao?x=Google", ""},
		{"Google(https://google.com)", "google"},
		{"Google's", "google"},
		// Other writing.
		{"ＫＧ이니시스 및 Ｇｏｏｇｌｅ", "kg-inicis google"},
		{norm.NFD.String("주식회사카카오는 네이버페이로"), "kakao naver-financial"},
		{norm.NFD.String("한진정보통신"), ""},
		{"当社はGoogle Analyticsを利用", "google-analytics"},
		{"アマゾンウェブサービスの", "aws"},
		{"ヤフーショッピング", ""},
		{"카카오社의", "kakao"},
		// Short and risky names.
		{"KT, kt", "kt?"},
		{"토스로 결제", "viva-republica?"},
		{"알리고 있습니다", "aligo?"},
		{"다음 각 호", "daum?"},
		{"LINE 메시지", "line-ly?"},
		{"line of business, zip code, a pass", ""},
		{"Slack Technologies Inc에", "slack"},
		{"Amazon Web Service Inc.", "aws"},
		{"기기의 UDID", "payapp?"},
		{"Contact us by GA", "google-analytics?"},
		{"", ""},
	} {
		if got := show(tt.text); got != tt.want {
			t.Errorf("%q names %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestHazards checks that a short name is not met within a longer one.
func TestHazards(t *testing.T) {
	data, err := os.ReadFile("testdata/hazards.toml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Hazard []struct {
			Alias, Vendor string
			Inside        []string
		}
	}
	if err := toml.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	examples := 0
	for _, h := range file.Hazard {
		if m := Find(h.Alias); len(m) != 1 || m[0].Vendor.ID != h.Vendor {
			t.Errorf("%q alone: %+v", h.Alias, m)
		}
		for _, name := range h.Inside {
			examples++
			for _, text := range []string{name, name + "에 위탁합니다.", "당사는 (주)" + name + "에", strings.ToLower(name)} {
				for _, m := range Find(text) {
					// A name within brackets of its own stands for itself: AdFit (Daum).
					if strings.EqualFold(text[m.Start:m.End], h.Alias) && !strings.Contains(text, "("+text[m.Start:m.End]+")") {
						t.Errorf("%q stands in %q: %s", h.Alias, text, m.Vendor.ID)
					}
				}
			}
		}
	}
	if len(file.Hazard) < 36 || examples < 120 {
		t.Errorf("only %d hazards with %d examples", len(file.Hazard), examples)
	}
}

// TestRisky checks that each name that is an ordinary word comes back as such, wherever it stands.
func TestRisky(t *testing.T) {
	n := 0
	for _, v := range All() {
		for _, name := range v.RiskyAliases {
			n++
			for _, text := range []string{name, "저희는 " + name + " 업무를 알려 드립니다.", name + "에서 이용자에게", "(" + name + ") 등", strings.ToUpper(name) + "의 경우"} {
				m := Find(text)
				if len(m) == 0 || !m[0].Risky || m[0].Vendor != v {
					t.Errorf("%q of %s in %q: %+v", name, v.ID, text, m)
				}
			}
			for _, text := range []string{"가" + name, "A" + name + "x", name + "뷁"} {
				if _, longer := ByName(text); longer {
					continue
				}
				for _, m := range Find(text) {
					if text[m.Start:m.End] == name && isWord([]rune(name)[len([]rune(name))-1]) {
						t.Errorf("%q is met in %q", name, text)
					}
				}
			}
		}
	}
	if n < 250 {
		t.Errorf("only %d risky names", n)
	}
}

func TestNamed(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"㈜카카오페이", "kakaopay"},
		{"주식회사 케이지 이니시스", "kg-inicis"},
		{"케이티알파(주)", "kt-alpha"},
		{"에스케이텔레콤", "sk-telecom"},
		{"엘지 씨엔에스", "lgcns"},
		{"토스", "viva-republica"},
		{"(주)비바리퍼블리카(토스)", "viva-republica"},
		{"KT 고객센터", "kt"},
		{"㈜KT", "kt"},
		{"GCP코리아", "google-cloud"},
		{"KT희망재단", ""},
		{"다음 각 호의 업체", ""},
		{"다음", "daum"},
		{"한진정보통신", ""},
		{"우리 은행", "woori-bank"},
		{"Amazon Web Services, Inc.", "aws"},
		{"가람상사", ""},
		{"", ""},
		{"(주)", ""},
	} {
		if got := strings.Join(listIDs(Named(tt.name)), " "); got != tt.want {
			t.Errorf("%q stands for %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestIsKorean(t *testing.T) {
	for _, tt := range []struct {
		id, name string
		want     bool
	}{
		{"google", "구글코리아 유한회사", true},
		{"google", "(유)구글코리아", true},
		{"google", "구글 코리아", true},
		{"google", "구글", false},
		{"google", "Google LLC", false},
		{"microsoft", "마이크로소프트 유한회사", true},
		{"microsoft", "마이크로소프트", false},
		{"aws", "Amazon Web Services Korea LLC", true},
		{"aws", "Amazon Web Services, Inc.", false},
		{"kt", "케이티", false},
	} {
		v, _ := ByID(tt.id)
		if got := v.IsKorean(tt.name); got != tt.want {
			t.Errorf("%s: %q is Korean: %v", tt.id, tt.name, got)
		}
		if m := Find(tt.name); len(m) != 1 || m[0].Korean != tt.want || m[0].Vendor != v {
			t.Errorf("%q: %+v", tt.name, m)
		}
	}
}

// FuzzFind checks what holds for any text: mentions in order, apart, of whole characters, and each the name
// that it says.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{"㈜카카오, KT희망재단 및 ①네이버페이", norm.NFD.String("구글은 나이스 페이먼츠"), "www.google.com/ＡＷＳ", "ヤフー株式会社の", "Amazon Web\u200bServices, Inc.는", "㈎KT㈜", "KT\u0301", "\xff카카오\xe3"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		end := 0
		for _, m := range Find(text) {
			if m.Start < end || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("%q: %+v after %d", text, m, end)
			}
			end = m.End
			got, want := fold.Of(text[m.Start:m.End]).Runes, fold.Of(usualName(m.Name)).Runes
			if !slices.Equal(got, want) {
				t.Fatalf("%q: %q is no %q", text, text[m.Start:m.End], m.Name)
			}
			if v, ok := ByName(m.Name); !ok || v != m.Vendor {
				t.Fatalf("%q: %q is not of %s", text, m.Name, m.Vendor.ID)
			}
		}
		for _, w := range Countries(text) {
			if w.Start < 0 || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("%q: %+v", text, w)
			}
		}
		Named(text)
	})
}

func TestLegalName(t *testing.T) {
	for id, want := range map[string]string{
		"mixpanel": "Mixpanel, Inc.", "sentry": "Functional Software, Inc.", "meta": "Meta Platforms, Inc.", "x-twitter": "X Corp.",
		"google": "Google LLC", "aws": "Amazon Web Services, Inc.", "nhn-kcp": "NHN KCP", "kakao": "Kakao Corp.",
	} {
		if v, _ := ByID(id); v.LegalName() != want {
			t.Errorf("%s is %q, want %q", id, v.LegalName(), want)
		}
	}
}

// TestWords checks that words are told of names that are risky aliases, and that a name is one kind of word.
func TestWords(t *testing.T) {
	s := spelling()
	for _, list := range [...][]string{s.Foreign, s.Verbs} {
		for _, name := range list {
			if found := Find(name); len(found) != 1 || !found[0].Risky || found[0].Name != name || found[0].Word == Noun {
				t.Errorf("%s: %+v", name, found)
			}
		}
	}
	for _, name := range s.Verbs {
		if slices.Contains(s.Foreign, name) {
			t.Errorf("%s is both", name)
		}
	}
	for name, want := range map[string]Word{"다음": Noun, "라인": Noun, "그리팅": Foreign, "알리고": Verb} {
		if found := Find(name); len(found) != 1 || found[0].Word != want {
			t.Errorf("%s: %+v", name, found)
		}
	}
}
