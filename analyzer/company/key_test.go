package company

import "testing"

// TestKey checks that the spellings of one name have one key, and other names another.
func TestKey(t *testing.T) {
	for _, same := range [][]string{
		{"가람로지스", "㈜가람로지스", "(주) 가람로지스", "（주）가람로지스", "주식회사 가람로지스", "가람로지스 주식회사", "가람로지스㈜", "가람 로지스", "주)가람로지스", "[주]가람로지스", "가람로지스(구 나래)", "가람-로지스", "가람·로지스", "가람ㆍ로지스", "농업회사법인 주식회사 가람로지스", "㈜가람로지스(02-0000-0000)"},
		{"Garam Web Services, Inc.", "GARAM WEB SERVICES", "garam web services inc", "Ｇａｒａｍ　Web Services", "Garam Web Services Co., Ltd.", "Garam Web Services (GWS)", "Garam WebServices, LLC"},
		{"Criteria SA", "Criteria S.A.", "Criteria"},
		{"Garam B.V.", "Garam BV", "Garam"},
		{"株式会社ガラム", "ガラム（株）", "㈱ガラム", "㍿ガラム", "ガラム"},
		{"A&B", "A & B", "㈜A&B"},
		{"GU+", "G U+"},
		{"주식회사", "주식 회사"},
		{"법무법인 가람", "법무법인가람"},
		{"가람", "가람"},
	} {
		for _, name := range same {
			if got, want := Key(name), Key(same[0]); got != want || got == "" {
				t.Errorf("Key(%q) = %q, Key(%q) = %q", name, got, same[0], want)
			}
		}
	}
	for _, other := range [][2]string{{"가람페이", "가람"}, {"법무법인 가람", "가람"}, {"GU+", "GU"}, {"A&B", "AB"}, {"Garam Limitless", "Garam"}, {"나래재단법인연합", "나래연합"}, {"가람의료재단", "가람"}, {"Media SA Tasty", "Media Tasty"}} {
		if Key(other[0]) == Key(other[1]) {
			t.Errorf("Key(%q) = Key(%q) = %q", other[0], other[1], Key(other[0]))
		}
	}
	for _, none := range []string{"", " ", "-", "()", "·ㆍ"} {
		if Key(none) != "" {
			t.Errorf("Key(%q) = %q", none, Key(none))
		}
	}
}

func TestBare(t *testing.T) {
	for name, want := range map[string]string{
		"㈜ 가람": "가람", "가람(주)": "가람", "주식회사 가람 ": "가람", "Garam Co., Ltd.": "Garam", "Garam, Inc.": "Garam", "Garam Pte. Ltd": "Garam",
		"법무법인(유한) 가람": "법무법인(유한) 가람", "(재)가람재단": "가람재단", "(주)": "(주)", "유한책임회사 가람": "가람", "AB Garam": "AB Garam", "Garam AB": "Garam",
		"가람(광주)": "가람(광주)", "한정판매": "한정판매", "Zinc": "Zinc", "Sa": "Sa", "주식회사㈜가람": "가람", "가람 株式会社": "가람",
	} {
		if got := Bare(name); got != want {
			t.Errorf("Bare(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestLastFormBefore(t *testing.T) {
	for text, want := range map[string]string{
		"저희 ㈜가람": "㈜가람", "저희 가람㈜": "", "이 방침은 주식회사 가람": "주식회사 가람", "㈜가람 ㈜나래": "㈜나래", "당사は株式会社ガラム": "株式会社ガラム", "가람": "", "(광주) 가람": "",
	} {
		got := ""
		if at := LastFormBefore(text); at >= 0 {
			got = text[at:]
		}
		if got != want {
			t.Errorf("LastFormBefore(%q) begins %q, want %q", text, got, want)
		}
	}
}

// TestForms checks that each form of the data is taken off.
func TestForms(t *testing.T) {
	for form := range forms().bracketed {
		if n := FormAtStart("(" + form + ")가람"); n != len(form)+2 {
			t.Errorf("(%s) is no form", form)
		}
	}
	for _, list := range forms().starts {
		for _, form := range list {
			if a, b := StripForms(form + " 가람"); form[0] >= 0x80 && (form + " 가람")[a:b] != "가람" {
				t.Errorf("%s is no form", form)
			}
		}
	}
	for _, list := range forms().latin {
		for _, parts := range list {
			text := "Garam "
			for i, p := range parts {
				if i > 0 {
					text += ". "
				}
				text += p
			}
			if got := Bare(text + "."); got != "Garam" {
				t.Errorf("Bare(%q) = %q", text, got)
			}
		}
	}
}
