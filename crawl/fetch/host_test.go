package fetch

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

func TestHost(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"https://www.shop.example/a", "http://SHOP.example:80/b", true},
		{"https://shop.example:8443/", "https://shop.example/", false},
		{"https://m.shop.example/", "https://shop.example/", false},
		{"http://[::1]:8080/a", "http://[::1]:8080/b", true},
	} {
		a, errA := url.Parse(test.a)
		b, errB := url.Parse(test.b)
		if errA != nil || errB != nil || (Host(a) == Host(b)) != test.same {
			t.Errorf("%s and %s: %v %v", test.a, test.b, errA, errB)
		}
	}
}

// A page that must be on its host is not looked for on another, which is asked nothing.
func TestStay(t *testing.T) {
	asked := 0
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked++ }))
	defer other.Close()
	here := http.NewServeMux()
	here.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other.URL+"/x", http.StatusFound) })
	here.HandleFunc("/near", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	here.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<p>a")) })
	server := httptest.NewServer(here)
	defer server.Close()
	f := New(Options{Agent: "pipalint/test", AllowPrivate: true})
	_, err := f.Get(context.Background(), Request{URL: server.URL + "/away", Stay: true})
	if e, ok := errors.AsType[*Error](err); !ok || e.Reason != Elsewhere || e.Detail != other.URL+"/x" || asked != 0 {
		t.Errorf("%v, the other host was asked %d times", err, asked)
	}
	if page, err := f.Get(context.Background(), Request{URL: server.URL + "/near", Stay: true}); err != nil || page.URL != server.URL+"/page" {
		t.Errorf("%v %v", page, err)
	}
}
