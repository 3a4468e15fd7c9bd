package sound_test

import (
	"testing"

	"github.com/pipalint/pipalint/analyzer/sound"
)

// TestDistance takes names in two scripts for one where they sound alike, and others for two.
func TestDistance(t *testing.T) {
	for _, same := range [...][2]string{
		{"한빛소프트", "Hanbit Soft"}, {"나래물류", "Narae Logistics"}, {"가온로지스틱스", "Gaon Logistics"}, {"다온커뮤니케이션즈", "Daon Communications"},
		{"별하정보통신", "Byeolha Information & Communication"}, {"미리내페이먼츠", "Mirinae Payments"}, {"미리내페이먼츠", "ミリネペイメンツ"},
		{"한빛소프트", "ハンビットソフト"}, {"Hanbit Soft", "ハンビットソフト"}, {"소담", "Sodam"}, {"우리소프트", "Woori Soft"}, {"송재호", "Song Jae-ho"},
		{"노상현", "ノ・サンヒョン"}, {"아라데이터", "Ara Data"}, {"온누리메시징", "Onnuri Messaging"}, {"에스제이아이티", "SJ IT"}, {"케이티", "KT"},
		{"미르페이먼츠", "Mir Payments"}, {"바로콜센터", "バロコールセンター"}, {"한결", "Hangyeol"}, {"새벽시스템즈", "Saebyeok Systems"}, {"중앙", "Jungang"},
		{"센드버드", "Sendbird"}, {"다산로지스틱스", "DASAN LOGISTICS"},
	} {
		for _, pair := range [...][2]string{same, {same[1], same[0]}} {
			if d, ok := sound.Distance(pair[0], pair[1]); !ok || d >= sound.Unlike {
				t.Errorf("%s and %s: %.2f, %t", pair[0], pair[1], d, ok)
			}
		}
	}
	for _, other := range [...][2]string{
		{"나래물류", "Nuri Logistics"}, {"가온로지스틱스", "Garam Logistics"}, {"서로시스템", "Saeron Systems"}, {"하람테크", "Haru Tech"}, {"모란물류", "Maru Logistics"},
		{"가온", "Kakao"}, {"달빛택배", "Moonlight Express"}, {"김하늘", "Park Minsu"}, {"바로콜센터", "ナレコールセンター"}, {"노을메시지", "Baram Message"},
	} {
		for _, pair := range [...][2]string{other, {other[1], other[0]}} {
			if d, ok := sound.Distance(pair[0], pair[1]); ok && d < sound.Unlike {
				t.Errorf("%s and %s: %.2f", pair[0], pair[1], d)
			}
		}
	}
}

// TestUnread reads no Han, no digits and no signs.
func TestUnread(t *testing.T) {
	for _, name := range []string{"", "東京", "1234", "…"} {
		if d, ok := sound.Distance(name, "Tokyo"); ok {
			t.Errorf("%q: %.2f", name, d)
		}
	}
}

// TestSays finds a name in a text of another script, and no other.
func TestSays(t *testing.T) {
	for _, tt := range []struct {
		text, name string
		want       bool
	}{
		{"We entrust delivery to Hanbit Soft and Narae Logistics.", "한빛소프트", true},
		{"We entrust delivery to Hanbit Soft and Narae Logistics.", "나래물류", true},
		{"We entrust delivery to Hanbit Soft and Narae Logistics.", "모란물류", false},
		{"배송은 나래물류에서, 결제는 한빛페이가 맡습니다.", "Narae Logistics Co.", true},
		{"배송은 나래물류에서, 결제는 한빛페이가 맡습니다.", "Hanbit Pay", true},
		{"배송은 나래물류에서, 결제는 한빛페이가 맡습니다.", "Solbit Card", false},
		{"サーバーの運用はハンビットクラウドに委託します。", "한빛클라우드", true},
		{"サーバーの運用はハンビットクラウドに委託します。", "소담서포트", false},
	} {
		if got := sound.Says(sound.Words(tt.text), tt.name); got != tt.want {
			t.Errorf("%s in %q: %t", tt.name, tt.text, got)
		}
	}
}

// FuzzDistance holds the distance to what every distance is: never below zero, the same from either end, and the words
// of a text to their places in it.
func FuzzDistance(f *testing.F) {
	f.Add("한빛소프트", "Hanbit Soft")
	f.Add("ミリネ・ペイ", "\xff미리내ァー")
	f.Fuzz(func(t *testing.T, a, b string) {
		d, ok := sound.Distance(a, b)
		e, okay := sound.Distance(b, a)
		if ok != okay || d < 0 || d-e > 1e-9 || e-d > 1e-9 {
			t.Errorf("%q and %q: %v, %v", a, b, d, e)
		}
		for _, w := range sound.Words(a) {
			if a[w.Start:w.End] != w.Text || w.Text == "" {
				t.Errorf("%q: %q at %d to %d", a, w.Text, w.Start, w.End)
			}
		}
	})
}
