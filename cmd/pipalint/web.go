package main

import (
	"context"
	"errors"
	"fmt"

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
}

func defaultWeb() webOptions { return webOptions{render: string(visit.Auto)} }

// webFlags are those of each command that reads pages of the web.
func (c *command) webFlags(flags *pflag.FlagSet, o *webOptions) {
	enum(flags, &o.render, "render", []string{string(visit.Auto), string(visit.Never), string(visit.Always)},
		c.say("주소를 브라우저(Chromium)로 열어 읽을지 여부(기본값 auto: 받은 HTML에 처리방침이 없을 때)", "whether to read addresses with a browser, Chromium (default auto: where the HTML that was fetched holds no policy)"))
	flags.BoolVar(&o.allowPrivate, "allow-private", false, c.say("내부망 주소(localhost, 사설 IP 등)도 읽습니다", "also read private addresses (localhost, private networks)"))
	flags.StringVar(&o.proxy, "proxy", "", c.say("이 프록시(`URL`)를 거쳐 읽습니다. environment는 환경 변수의 프록시", "read through the proxy at `URL`, or with \"environment\" the one that the environment names"))
	flags.StringVar(&o.save, "save", "", c.say("주소에서 읽은 페이지를 이 디렉터리(`DIR`)에 저장합니다", "save what was read from addresses in `DIR`"))
}

// web is what reads pages of the web in a run. It is closed when the run ends.
type web struct {
	*visit.Visitor
	save string
}

// openWeb is ready to read pages as the flags say.
func (c *command) openWeb(o webOptions, today date.Date) *web {
	options := c.Fetch
	options.AllowPrivate, options.Proxy = o.allowPrivate, o.proxy
	v := &visit.Visitor{Fetcher: fetch.New(options), Render: visit.Mode(o.render), Today: today}
	if v.Render != visit.Never {
		v.Browser = render.New(render.Options{Chrome: c.Getenv("PIPALINT_CHROME"), Agent: options.Agent, AllowPrivate: o.allowPrivate, Proxy: o.proxy})
	}
	return &web{Visitor: v, save: o.save}
}

func (w *web) close() {
	w.Fetcher.Close()
	if w.Browser != nil {
		_ = w.Browser.Close() // all that it was for is done
	}
}

// fetchOptions are how every command fetches.
func fetchOptions() fetch.Options {
	return fetch.Options{Agent: "pipalint/" + version(), Contact: contact, MaxSize: maxSize}
}

// page reads a page that is to be a policy. Every error is a readError.
func (w *web) page(ctx context.Context, address string) (*visit.Page, error) {
	p, err := w.Policy(ctx, address)
	if err != nil {
		return nil, notFetched(err)
	}
	return p, nil
}

// notFetched is why a page was not got.
func notFetched(err error) readError {
	e, ok := errors.AsType[*fetch.Error](err)
	if !ok {
		return unreadable(err)
	}
	switch e.Reason {
	case fetch.NotParsed:
		return notParsed(e.Err)
	case fetch.Timeout:
		return failed(codeTimeout, "")
	case fetch.TooLarge:
		return failed(codeTooLarge, "")
	case fetch.NoHost:
		return readError{code: codeNotFound, text: textNoHost, detail: both(e.Detail, e.Detail)}
	case fetch.Lookup:
		return readError{code: codeNotFound, text: textLookup, detail: both(e.Detail, e.Detail)}
	case fetch.Address:
		return readError{code: codeUnreadable, text: textAddress}
	case fetch.Redirects:
		return readError{code: codeRefused, detail: textRedirects}
	case fetch.Refused:
		return readError{code: codeRefused, detail: cause(e.Err)}
	case fetch.Status:
		if e.State == fetch.Gone {
			return failed(codeNotFound, e.Detail)
		}
		return failed(codeRefused, e.Detail)
	}
	return unreadable(e.Err)
}

// tellRedirect says that a page was found at another address than the one named.
func (c *command) tellRedirect(in input, reached string) {
	if in.source == fromURL && reached != in.name {
		fmt.Fprintf(c.Stderr, c.say("pipalint: %s: 이동된 주소에서 읽었습니다: %s\n", "pipalint: %s: redirected to %s\n"), in.name, reached)
	}
}
