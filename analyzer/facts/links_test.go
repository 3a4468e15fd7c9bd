package facts

import "testing"

// TestLeadsTo tells links to pages of the policy from others.
func TestLeadsTo(t *testing.T) {
	for _, tt := range []struct {
		from, link, to string
		want           bool
	}{
		{"web/privacy.html", "privacy/processors.html", "web/privacy/processors.html", true},
		{"web/privacy.html", "./privacy/processors.html#list", "web/privacy/processors.html", true},
		{"web/privacy.html", "privacy/processors", "web/privacy/processors.html", true},
		{"web/privacy.html", "privacy/processors/", "web/privacy/processors/index.html", true},
		{"web/a/privacy.html", "../b.html?v=3", "web/b.html", true},
		{"web/privacy.html", "/privacy/processors.html", "web/privacy/processors.html", true},
		{"web/privacy.html", "https://shop.example/privacy/processors", "web/privacy/processors.html", true},
		{`web\privacy.html`, "privacy/processors.html", `web\privacy\processors.html`, true},
		{"web/privacy.html", "processors.html", "web/privacy/processors.html", false},
		{"web/privacy.html", "/other/processors.html", "web/privacy/processors.html", false},
		{"web/privacy.html", "/cessors.html", "web/privacy/processors.html", false},
		{"web/privacy.html", "/", "web/privacy/processors.html", false},
		{"web/privacy.html", "#processors", "web/privacy/processors.html", false},
		{"web/privacy.html", "mailto:processors.html", "web/privacy/processors.html", false},
		{"web/privacy.html", "://", "web/privacy/processors.html", false},
		{"https://shop.example/privacy", "/privacy/processors", "https://shop.example/privacy/processors", true},
		{"https://shop.example/privacy/", "processors", "https://shop.example/privacy/processors/", true},
		{"https://shop.example/privacy", "https://SHOP.example/privacy/processors?lang=ko", "https://shop.example/privacy/processors", true},
		{"https://shop.example/privacy", "https://other.example/privacy/processors", "https://shop.example/privacy/processors", false},
		{"https://shop.example/p?id=1", "p?id=2", "https://shop.example/p?id=2", true},
		{"https://shop.example/p?id=1", "p?id=3", "https://shop.example/p?id=2", false},
	} {
		if got := leadsTo(tt.from, tt.link, tt.to, false); got != tt.want {
			t.Errorf("%s in %s to %s: %v", tt.link, tt.from, tt.to, got)
		}
	}
	if leadsTo("web/view.php", "view.php?id=2", "web/view.php", true) {
		t.Error("another page of the same script is taken for the page itself")
	}
	if !leadsTo("web/view.php", "view.php", "web/view.php", true) {
		t.Error("the page itself is not known")
	}
}
