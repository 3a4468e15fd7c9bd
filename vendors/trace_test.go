package vendors

import (
	"strings"
	"testing"
)

// told writes a sign: the ID of its vendor, with ~ where it is weak.
func told(s Sign, ok bool) string {
	switch {
	case !ok:
		return ""
	case s.Weak:
		return s.Vendor.ID + "~"
	}
	return s.Vendor.ID
}

func TestByHost(t *testing.T) {
	for _, tt := range []struct{ url, want string }{
		{"www.googletagmanager.com/gtag/js?id=G-1", "google-analytics"},
		{"googletagmanager.com/gtm.js?id=GTM-1", "google-tag-manager"},
		{"WWW.GoogleTagManager.com./ns.html", "google-tag-manager"},
		{"www.googletagmanager.com/gtag/jsx", "google-tag-manager"},
		{"region7.google-analytics.com:443/g/collect", "google-analytics"},
		{"evilgoogle-analytics.com/", ""},
		{"google-analytics.com.example.kr/", ""},
		{"t1.daumcdn.net/kas/static/kp.js", "kakao-pixel"},
		{"t1.daumcdn.net/kas/static/ba.min.js", "kakao-adfit"},
		{"t1.daumcdn.net/mapjsapi/bundle/postcode/prod/postcode.v2.js", "daum-postcode"},
		{"t1.daumcdn.net/mapjsapi/js/main/4.4.1/kakao.js", "kakao-maps"},
		{"t1.daumcdn.net/tiara/js/v1/tiara.min.js", "kakao-tiara"},
		{"t1.daumcdn.net/tistory_admin/www/style.css", ""},
		{"t1.kakaocdn.net/kakao_js_sdk/2.7.0/kakao.min.js", "kakao"},
		{"t1.kakaocdn.net/fonts/a.woff2", ""},
		{"dapi.kakao.com/v2/maps/sdk.js?appkey=1", "kakao-maps"},
		{"dapi.kakao.com/v2/search/web", ""},
		{"wcs.naver.net/wcslog.js", "naver-analytics"},
		{"wcs.naver.net/other.js", ""},
		{"ssl.pstatic.net/melona/libs/gfp.js", "naver-ads"},
		{"ssl.pstatic.net/static/common.css", ""},
		{"ntm.pstatic.net/ntm.js", "naver-ntm"},
		{"www.gstatic.com/recaptcha/releases/a.js", "google-recaptcha"},
		{"www.gstatic.com/firebasejs/9.0.0/firebase-app.js", "firebase"},
		{"www.gstatic.com/charts/loader.js", ""},
		{"www.google.com/recaptcha/api.js", "google-recaptcha"},
		{"www.google.com/recaptchas", ""},
		{"www.google.com/pagead/1p-user-list", "google-ads"},
		{"www.google.com/ccm/collect", "google-ads"},
		{"www.google.com/maps/embed?pb=1", "google-maps"},
		{"www.google.com/", ""},
		{"connect.facebook.net/ko_KR/sdk.js", "facebook-sdk"},
		{"connect.facebook.net/en_US/fbevents.js", "meta-pixel"},
		{"connect.facebook.net/en_US/sdk/xfbml.customerchat.js", "facebook-sdk"},
		{"connect.facebook.net/en_US/other.js", "meta-pixel"},
		{"www.facebook.com/tr?id=1", "meta-pixel"},
		{"www.facebook.com/garamshop", ""},
		{"www.youtube.com/embed/abc", "youtube"},
		{"www.youtube.com/@garam", ""},
		{"d111.cloudfront.net/a.js", "aws~"},
		{"garam.s3.ap-northeast-2.amazonaws.com/a.png", "aws~"},
		{"js.stripe.com/v3", "stripe"},
		{"blog.naver.com/garam", ""},
		{"pf.kakao.com/_abc", ""},
		{"com/", ""},
		{"/_vercel/insights/script.js", "vercel"},
		{"/about", ""},
	} {
		host, path, _ := strings.Cut(tt.url, "/")
		if got := told(ByHost(host, path)); got != tt.want {
			t.Errorf("%s is of %q, want %q", tt.url, got, tt.want)
		}
	}
}

// TestEachHost checks that each entry of the catalogue leads to its vendor, and what is below it, too.
func TestEachHost(t *testing.T) {
	for _, v := range All() {
		for _, entry := range append(append([]string{}, v.Hosts...), v.WeakHosts...) {
			host, path, _ := strings.Cut(entry, "/")
			path = strings.ReplaceAll(path, "*", "ko_KR")
			s, ok := ByHost(host, path)
			if !ok || s.Vendor != v || s.Key != entry {
				t.Errorf("%s: %s of %s", entry, s.Key, told(s, ok))
			}
			if path == "" {
				if below, ok := ByHost("a.b-c."+host, "/x"); !ok || below.Vendor != v {
					t.Errorf("below %s: %s", entry, told(below, ok))
				}
			}
		}
	}
}

func TestByGlobalAndTag(t *testing.T) {
	for name, want := range map[string]string{"gtag": "google-analytics", "GTAG": "", "ga": "google-analytics~", "wcs": "naver-analytics~", "INIStdPay": "kg-inicis", "foo": "", "": ""} {
		if got := told(ByGlobal(name)); got != want {
			t.Errorf("the global %s is of %q, want %q", name, got, want)
		}
	}
	for id, want := range map[string]string{
		"AW-123456789": "google-ads", "AW-123/abc-D_e": "google-ads", "G-ABC123": "google-analytics", "UA-12345-1": "google-analytics",
		"GTM-AB12C": "google-tag-manager", "DC-1234": "google-ad-manager",
		"G-": "", "G-mail": "", "GTM-": "", "X-1": "", "": "", "G-1 2": "",
	} {
		if got := told(ByTagID(id)); got != want {
			t.Errorf("the tag %s is of %q, want %q", id, got, want)
		}
	}
}

func TestByPackage(t *testing.T) {
	for _, tt := range []struct {
		e          Ecosystem
		name, want string
	}{
		{NPM, "mixpanel-browser", "mixpanel"},
		{NPM, "Mixpanel-Browser", "mixpanel"},
		{NPM, "mixpanel-browser-x", ""},
		{NPM, "@sentry/browser", "sentry~"},
		{NPM, "framer-motion", ""},
		{NPM, "motion", ""},
		{NPM, "@toast-ui/editor", ""},
		{NPM, "tui-grid", ""},
		{NPM, "@channel.io/bezier-react", ""},
		{NPM, "@hackler/react-diff-viewer", ""},
		{NPM, "lodash", ""},
		{NPM, "", ""},
		{Maven, "com.facebook.react:react-native", ""},
		{Maven, "com.facebook.android:facebook-core:17.0.0", "facebook-sdk"},
		{Maven, "com.squareup.okhttp3:okhttp", ""},
		{Maven, "com.squareup.retrofit2:retrofit:2.9.0", ""},
		{Maven, "com.auth0:java-jwt", ""},
		{Maven, "com.auth0:java-jwt:4.4.0", ""},
		{Maven, "io.airbridge:sdk-android", "airbridge"},
		{Maven, "io.airbridge:anything", "airbridge"},
		{Maven, "io.airbridge.other:sdk", ""},
		{Maven, "io.airbridge", "airbridge"},
		{CocoaPods, "Mixpanel-swift/Complete", "mixpanel"},
		{CocoaPods, "Mixpanel-swiftly", ""},
		{SwiftPM, "https://github.com/mixpanel/mixpanel-swift.git", "mixpanel"},
		{SwiftPM, "https://www.github.com/Mixpanel/mixpanel-swift/", "mixpanel"},
		{SwiftPM, "git@github.com:mixpanel/mixpanel-swift.git", "mixpanel"},
		{SwiftPM, "ssh://git@github.com/mixpanel/mixpanel-swift", "mixpanel"},
		{SwiftPM, "https://user@github.com/mixpanel/mixpanel-swift.git/", "mixpanel"},
		{SwiftPM, "https://github.com/someone/mixpanel-swift.git", ""},
		{Pub, "mixpanel_flutter", "mixpanel"},
		{PyPI, "sentry_sdk[flask]>=1.0", "sentry~"},
		{PyPI, "Sentry--SDK", "sentry~"},
		{PyPI, "sentry-sdk ; python_version > '3'", "sentry~"},
		{Go, "github.com/getsentry/sentry-go", "sentry~"},
		{Go, "github.com/getsentry/sentry-go/http", "sentry~"},
		{Go, "github.com/stripe/stripe-go/v79", "stripe"},
		{Go, "github.com/stripe/stripe-gopher", ""},
		{Go, "github.com/auth0/go-jwt-middleware/v2", ""},
		{Go, "github.com", ""},
	} {
		if got := told(ByPackage(tt.e, tt.name)); got != tt.want {
			t.Errorf("%s %s is of %q, want %q", tt.e, tt.name, got, tt.want)
		}
	}
}

// TestEachPackage checks that each package of the catalogue leads to its vendor, or is told as not verified,
// and that no innocent one does.
func TestEachPackage(t *testing.T) {
	for _, v := range All() {
		for e, names := range v.Packages {
			for _, name := range names {
				proven, ok := ByPackage(e, name)
				if !ok {
					proven, ok = IsUnverified(e, name)
				}
				if !ok || proven.Vendor != v {
					t.Errorf("%s %s: %s, want %s", e, name, told(proven, ok), v.ID)
				}
			}
		}
		for _, name := range v.InnocentPackages {
			for _, e := range Ecosystems {
				if s, ok := ByPackage(e, name); ok {
					t.Errorf("%s %s is of %s", e, name, s.Vendor.ID)
				}
			}
		}
	}
}

func TestCountries(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"인도네시아와 인도에 있는", "ID IN?"},
		{"미국, 일본 및 싱가포르", "US JP SG"},
		{"상품의 인도일", ""},
		{"국내 서버", "KR"},
		{"국내외", ""},
		{"한국인터넷진흥원", ""},
		{"미국내 서버", "US"},
		{"중국어 상담", ""},
		{"Contact us in the US", "US"},
		{"WHO WORKS FOR US", ""},
		{"US\nCONTACT: UK", "US GB"},
		{"서버는 US, UK 및 US 리전", "US GB US"},
		{"EU-US Data Privacy Framework", ""},
		{"USA (United States)", "US US"},
		{"AWS 서울 리전(ap-northeast-2)", "KR* KR*"},
		{"AWS서울리전", ""},
		{"us-east-1, us-west-9", "US*"},
		{"US East (N. Virginia)", "US*"},
		{"Asia Pacific (Seoul) Region", "KR*"},
		{"전 세계 및 유럽", "- -"},
		{"アメリカの", "US"},
		{"호주제", ""},
		{"https://example.us/kr", ""},
	} {
		var out []string
		for _, w := range Countries(tt.text) {
			s := w.Country
			if s == "" {
				s = "-"
			}
			if w.Region {
				s += "*"
			}
			if w.Risky {
				s += "?"
			}
			out = append(out, s)
		}
		if got := strings.Join(out, " "); got != tt.want {
			t.Errorf("%q names %q, want %q", tt.text, got, tt.want)
		}
	}
}
