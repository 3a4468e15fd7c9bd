package main

import (
	"bufio"
	"fmt"
	"net/url"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pipalint/pipalint/vendors"
)

// A vendorMatch is what a text, an address or a name of a package tells of a vendor.
type vendorMatch struct {
	Kind   string `json:"kind"`  // tag-id, global, host, name, or the ecosystem of a package
	Key    string `json:"key"`   // what of it was met
	Entry  string `json:"entry"` // what the catalogue has
	Vendor string `json:"vendor"`
	Weak   bool   `json:"weak"`   // it proves nothing by itself
	Reason string `json:"reason"` // why it is weak, in the language of the output
}

func (c *command) vendorsMatchCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:                   "match " + c.say("[옵션] 호스트|주소|패키지|글", "[FLAGS] HOST|URL|PACKAGE|TEXT"),
		Short:                 c.say("호스트, 패키지, 이름이 어느 업체의 것인지 찾습니다", "Tell whose a host, a package or a name is"),
		Long:                  c.say(vendorsMatchKo, vendorsMatchEn),
		Example:               "  pipalint vendors match www.googletagmanager.com/gtag/js\n  pipalint vendors match npm:mixpanel-browser\n  pipalint vendors match " + c.say("\"결제는 토스페이먼츠에 위탁합니다\"", "\"payments are entrusted to Toss Payments\""),
		DisableFlagsInUseLine: true,
		Args:                  c.phrase(both("호스트, 주소, 패키지 또는 글", "a host, a package or a text")),
	}
	format := c.textOrJSON(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		text := strings.Join(args, " ")
		found := c.vendorMatches(text)
		if err := c.writeMatches(text, found, *format); err != nil {
			return err
		}
		if len(found) == 0 {
			return errNothing
		}
		return nil
	}
	return cmd
}

const vendorsMatchKo = `호스트나 주소, 패키지, 태그 ID(G-…, AW-…), JavaScript 전역 변수, 글에 있는 이름이 어느 업체의 것인지와
목록의 어느 항목으로 찾았는지를 출력합니다. 그것만으로는 업체를 단정할 수 없으면 이유를 함께 적습니다. 패키지 앞에
npm: maven: cocoapods: swiftpm: pub: pypi: go:를 붙이면 그 저장소에서만 찾습니다.

종료 코드: 0 찾음, 1 찾지 못함, 2 잘못된 사용법`

const vendorsMatchEn = `Print which vendor a host or address, a package, a tag ID (G-…, AW-…), a global variable of JavaScript or
a name in a text belongs to, and which entry of the catalogue says so. Where it proves nothing by itself,
the reason is given. With npm: maven: cocoapods: swiftpm: pub: pypi: or go: before it, a package is looked
up in that registry only.

Exit codes: 0 found, 1 nothing found, 2 wrong usage`

func (c *command) writeMatches(text string, found []vendorMatch, format string) error {
	if format == "json" {
		return c.writeJSON(struct {
			Matches []vendorMatch `json:"matches"`
		}{append([]vendorMatch{}, found...)})
	}
	w := bufio.NewWriter(c.Stdout)
	for _, m := range found {
		v, _ := vendors.ByID(m.Vendor)
		fmt.Fprintf(w, "%s %s → %s", c.kind(m.Kind), m.Key, c.title(v))
		if !strings.EqualFold(m.Entry, m.Key) {
			fmt.Fprintf(w, c.say(", 항목 %s", ", by %s"), m.Entry)
		}
		if m.Reason != "" {
			fmt.Fprintf(w, "\n  %s", m.Reason)
		}
		fmt.Fprintln(w)
	}
	if len(found) == 0 {
		fmt.Fprintf(w, c.say("해당하는 업체가 없습니다: %s\n", "no vendor: %s\n"), text)
	}
	return c.written(w.Flush())
}

// kind is what was met.
func (c *command) kind(kind string) string {
	switch kind {
	case "tag-id":
		return c.say("태그 ID", "tag ID")
	case "global":
		return c.say("전역 변수", "global")
	case "host":
		return c.say("호스트", "host")
	case "name":
		return c.say("이름", "name")
	}
	return c.say(kind+" 패키지", kind+" package")
}

// vendorMatches reads a text in each way that it may be meant.
func (c *command) vendorMatches(text string) []vendorMatch {
	var out []vendorMatch
	add := func(kind, key string, s vendors.Sign, ok bool, reason string) {
		if ok {
			out = append(out, vendorMatch{Kind: kind, Key: key, Entry: s.Key, Vendor: s.Vendor.ID, Weak: reason != "", Reason: reason})
		}
	}
	if e, name, ok := strings.Cut(text, ":"); ok && isEcosystem(e) {
		c.packageMatches(vendors.Ecosystem(e), name, add)
		return out
	}
	if s, ok := vendors.ByTagID(text); ok {
		add("tag-id", text, s, ok, "")
	}
	if s, ok := vendors.ByGlobal(text); ok {
		add("global", text, s, ok, c.weakBecause(s.Weak, "짧거나 여러 곳에서 쓰는 이름이라 이것만으로는 알 수 없습니다", "a short or common name: it proves nothing by itself"))
	}
	if id, s, ok := tagIn(text); ok {
		add("tag-id", id, s, ok, "") // one host serves several products, and the ID tells which
	} else if host, path, ok := hostAndPath(text); ok {
		s, ok := vendors.ByHost(host, path)
		add("host", text, s, ok, c.weakBecause(s.Weak, "다른 곳의 파일도 제공하는 호스트라 이것만으로는 알 수 없습니다", "the host serves files of others, too: it proves nothing by itself"))
	}
	for _, e := range vendors.Ecosystems {
		c.packageMatches(e, text, add)
	}
	if len(out) == 0 {
		out = c.nameMatches(text)
	}
	return out
}

// packageMatches tells of a package in one registry.
func (c *command) packageMatches(e vendors.Ecosystem, name string, add func(kind, key string, s vendors.Sign, ok bool, reason string)) {
	if s, ok := vendors.ByPackage(e, name); ok {
		reason := c.weakBecause(s.Weak, "정보가 업체로 전송된다는 근거는 되지 않습니다(범용 라이브러리이거나 자체 서버에서 운영 가능)", "no proof that the vendor gets data: it is generic, or can run on one's own server")
		add(string(e), name, s, ok, reason)
		return
	}
	s, ok := vendors.IsUnverified(e, name)
	add(string(e), name, s, ok, c.weakBecause(ok, "패키지 저장소나 공개 코드에서 확인하지 못하여 근거로 쓰지 않습니다", "seen in no registry and no public code: not used as evidence"))
}

// nameMatches are the names in a text.
func (c *command) nameMatches(text string) []vendorMatch {
	var out []vendorMatch
	for _, m := range vendors.Find(text) {
		one := vendorMatch{Kind: "name", Key: text[m.Start:m.End], Entry: m.Name, Vendor: m.Vendor.ID, Weak: m.Risky}
		one.Reason = c.weakBecause(m.Risky, "일상 단어이거나 너무 짧은 이름이라 문맥이 있어야 업체로 봅니다", "an ordinary word or a very short name: it takes context to mean the vendor")
		if m.Korean {
			one.Reason = c.say("국내 법인의 이름입니다", "the name of its Korean company")
		}
		out = append(out, one)
	}
	if len(out) > 0 {
		return out
	}
	for _, v := range vendors.Named(text) {
		out = append(out, vendorMatch{Kind: "name", Key: text, Entry: v.Ko, Vendor: v.ID, Weak: true,
			Reason: c.say("수탁자 목록의 이름일 때만 이 업체로 봅니다", "it means the vendor only as a name in a list of recipients")})
	}
	return out
}

func (c *command) weakBecause(weak bool, ko, en string) string {
	if !weak {
		return ""
	}
	return c.say(ko, en)
}

// tagIn is the ID of a tag in the query of an address: …/gtag/js?id=AW-123456789.
func tagIn(address string) (id string, s vendors.Sign, ok bool) {
	_, query, _ := strings.Cut(address, "?")
	values, err := url.ParseQuery(query)
	if err != nil {
		return "", s, false
	}
	id = values.Get("id")
	s, ok = vendors.ByTagID(id)
	return id, s, ok
}

func isEcosystem(s string) bool {
	for _, e := range vendors.Ecosystems {
		if string(e) == s {
			return true
		}
	}
	return false
}

// hostAndPath reads a host, an address, or a path of the page's own host.
func hostAndPath(text string) (host, path string, ok bool) {
	switch {
	case strings.ContainsAny(text, " \t"):
		return "", "", false
	case strings.HasPrefix(text, "/") && !strings.HasPrefix(text, "//"):
		return "", text, true
	case !strings.Contains(text, "//"):
		text = "//" + text
	}
	u, err := url.Parse(text)
	if err != nil || !strings.Contains(u.Host, ".") {
		return "", "", false
	}
	return u.Hostname(), u.RequestURI(), true
}
