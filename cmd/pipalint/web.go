package main

import (
	"context"

	"github.com/spf13/pflag"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/render"
	"github.com/pipalint/pipalint/crawl/visit"
)

// contact is where somebody who meets the program on a server finds out what it is.
const contact = "https://github.com/pipalint/pipalint"

// webOptions are the flags about pages of the web.
type webOptions struct {
	render       string
	allowPrivate bool
	proxy        string
	save         string // a folder for what was read; "" for none
	looks        bool   // links tell how the browser shows them
}

func defaultWeb() webOptions { return webOptions{render: string(visit.Auto)} }

// webFlags are those of each command that reads pages of the web.
func (c *command) webFlags(flags *pflag.FlagSet, o *webOptions) {
	enum(flags, &o.render, "render", []string{string(visit.Auto), string(visit.Never), string(visit.Always)},
		c.say("주소를 브라우저(Chromium)로 열어 읽을지 여부(기본값 auto: 받은 HTML에 처리방침이 없거나 스크립트가 채울 자리가 비어 있을 때)", "whether to read addresses with a browser, Chromium (default auto: where the HTML that was fetched holds no policy, or has parts that scripts are to fill)"))
	flags.BoolVar(&o.allowPrivate, "allow-private", false, c.say("내부망 주소(localhost, 사설 IP 등)도 읽습니다", "also read private addresses (localhost, private networks)"))
	flags.Var(&proxyFlag{&o.proxy}, "proxy", c.say("이 프록시(`URL`)를 거쳐 읽습니다. environment는 환경 변수의 프록시", "read through the proxy at `URL`, or with \"environment\" the one that the environment names"))
	flags.StringVar(&o.save, "save", "", c.say("주소에서 읽은 페이지를 이 디렉터리(`DIR`)에 저장합니다", "save the pages that were read from addresses in `DIR`"))
}

// A proxyFlag is the value of a flag that names a proxy.
type proxyFlag struct{ value *string }

func (f *proxyFlag) String() string { return "" }

func (f *proxyFlag) Type() string {
	return "environment|http://HOST:PORT|https://HOST:PORT|socks5://HOST:PORT"
}

// Set takes a proxy. Its error is only ever shown through flagError.
func (f *proxyFlag) Set(s string) error {
	if _, err := fetch.ParseProxy(s); err != nil {
		return err
	}
	*f.value = s
	return nil
}

// web is what reads pages of the web in a run. It is closed when the run ends, and when the program is interrupted before.
type web struct {
	*visit.Visitor
	browser *browser // nil where pages are never rendered
	saver   *saver   // nil where nothing is saved
}

// openWeb is ready to read pages as the flags say.
func (c *command) openWeb(o webOptions, today date.Date) *web {
	options := c.Fetch
	options.AllowPrivate, options.Proxy = o.allowPrivate, o.proxy
	w := &web{Visitor: &visit.Visitor{Fetcher: fetch.New(options), Render: visit.Mode(o.render), Today: today}}
	if o.save != "" {
		w.saver = &saver{dir: o.save, day: today}
	}
	switch {
	case w.Render == visit.Never:
	case c.Browser != nil:
		w.Browser = c.Browser
	default:
		w.browser = &browser{Browser: render.New(render.Options{Chrome: c.Getenv(chromeVariable), Agent: options.Agent, AllowPrivate: o.allowPrivate, Proxy: o.proxy, LinkStyles: o.looks})}
		w.Browser = w.browser
	}
	return w
}

func (w *web) close() {
	w.Fetcher.Close()
	if w.browser != nil {
		w.browser.close()
	}
}

// fetchOptions are how every command fetches.
func fetchOptions() fetch.Options {
	return fetch.Options{Agent: "pipalint/" + version(), Contact: contact, MaxSize: maxSize}
}

// page reads a page that is to be a policy. Every error is a readError; what was got in its place is returned with it, or
// nil.
func (w *web) page(ctx context.Context, address string) (*visit.Page, error) {
	return w.kept(func() (*visit.Page, error) { return w.Policy(ctx, address) })
}

// reading is a page as page reads it, or part.
func (w *web) reading(ctx context.Context, address string, whole bool) (r reading, err error) {
	if whole {
		r.page, err = w.page(ctx, address)
	} else {
		r.page, err = w.part(ctx, fetch.Request{URL: address})
	}
	if err == nil {
		r.doc = r.page.Doc
	}
	return r, err
}

// part reads a page that need not be more than a part of a policy. Otherwise it is as page.
func (w *web) part(ctx context.Context, r fetch.Request) (*visit.Page, error) {
	return w.kept(func() (*visit.Page, error) { return w.Page(ctx, r) })
}

// kept reads a page and keeps it for what is saved.
func (w *web) kept(read func() (*visit.Page, error)) (p *visit.Page, err error) {
	defer recovered(&err)
	p, err = read()
	w.saver.keep(p, err)
	if err != nil {
		return p, notFetched(err)
	}
	return p, nil
}

// tellPage says what became of a page on its way here, where that is not plain.
func (c *command) tellPage(p *visit.Page) {
	if p == nil || p.State != fetch.OK && p.State != fetch.Moved {
		return
	}
	if p.State == fetch.Moved && p.Shell == nil {
		c.tellOf(p, c.say("이동된 주소에서 읽었습니다: ", "redirected to ")+hops(p))
	}
	if p.Shell != nil {
		c.tellPage(p.Shell)
		c.tellOf(p, c.say("처리방침이 프레임 안에 있어 그 페이지를 검사했습니다: ", "the policy stands in a frame, which was judged: ")+p.URL)
	}
	if p.Rendered {
		c.tellOf(p, c.say("브라우저로 열어 스크립트가 채운 내용을 읽었습니다", "read with a browser, as scripts fill it"))
	}
	if p.Unfilled {
		c.tellOf(p, c.say("스크립트로 채우는 부분이 있는데 읽지 못했습니다. 그 부분이 빠졌다는 지적은 사실과 다를 수 있습니다",
			"parts of it are filled by script and were not read: findings that they are missing may be wrong"))
	}
}

func (c *command) tellOf(p *visit.Page, what string) { c.tell(p.Asked + ": " + what) }

// hops are the addresses that a page led through, but for the one that was asked for.
func hops(p *visit.Page) string {
	out := ""
	for _, address := range p.Redirects[1:] {
		out += address + " → "
	}
	return out + p.URL
}
