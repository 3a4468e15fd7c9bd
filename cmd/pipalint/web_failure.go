package main

import (
	"cmp"
	"errors"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/render"
	"github.com/pipalint/pipalint/crawl/visit"
)

// The sentences for what becomes of pages of the web.
var stateTexts = map[fetch.State]analyzer.Text{
	fetch.Gone:        both("서버에 그런 페이지가 없습니다", "the server has no such page"),
	fetch.Blocked:     both("서버가 프로그램의 접근을 막았습니다. 브라우저에서 저장한 파일로 검사하십시오", "the server keeps programs out: save the page in a browser and check the file"),
	fetch.Disallowed:  both("robots.txt에서 수집을 허용하지 않는 페이지입니다", "robots.txt asks programs not to fetch it"),
	fetch.NeedsScript: both("스크립트가 채우는 페이지라 브라우저 없이는 읽을 수 없습니다", "it is filled by script and cannot be read without a browser"),
	fetch.NotPolicy:   both("개인정보 처리방침이 아닙니다", "it is no privacy policy"),
	fetch.Unreadable:  both("읽지 못했습니다", "it could not be read"),
}

// reasonTexts are the sentences for reasons that say all there is to say.
var reasonTexts = map[fetch.Reason]analyzer.Text{
	fetch.Timeout:   both("제한 시간 안에 페이지를 다 읽지 못했습니다", "the page did not load in time"),
	fetch.TooLarge:  both("페이지가 너무 큽니다(최대 20MB)", "it is too large (at most 20 MB)"),
	fetch.NoHost:    both("호스트를 찾을 수 없습니다", "there is no such host"),
	fetch.Lookup:    both("호스트의 주소를 알아내지 못했습니다", "the address of the host could not be looked up"),
	fetch.Address:   both("올바른 웹 주소가 아닙니다", "not a valid web address"),
	fetch.Elsewhere: both("다른 사이트로 이동합니다", "it leads to another site"),
	fetch.Refused:   both("서버에 연결하지 못했습니다", "no connection to the server"),
	fetch.Private:   both("내부망 주소라서 읽지 않았습니다. 읽으려면 --allow-private를 쓰십시오", "a private address is read with --allow-private only"),
	fetch.Status:    both("서버가 오류로 응답했습니다", "the server answers with an error"),

	fetch.Certificate: both("서버 인증서를 믿을 수 없습니다", "the server's certificate cannot be trusted"),
	fetch.Truncated:   both("페이지를 받다가 연결이 끊겼습니다", "it was cut off in the middle"),
	fetch.Encoding:    both("서버가 알린 방식으로 압축을 풀 수 없습니다", "it is not packed as the server says"),
	fetch.Binary:      failureTexts[codeBinary],
	fetch.BadProxy:    both("프록시를 거쳐 연결하지 못했습니다", "the proxy did not let through"),
	visit.NoBrowser: both("브라우저로 열어야 읽을 수 있는데 브라우저가 없습니다. 데비안 패키지 chromium을 설치하거나 PIPALINT_CHROME에 브라우저를 지정하십시오",
		"it takes a browser to read it, and there is none: install Debian's package chromium, or name a browser in PIPALINT_CHROME"),
	visit.NoStart: both("브라우저로 열어야 읽을 수 있는데 브라우저를 시작하지 못했습니다", "it takes a browser to read it, which does not start"),
	visit.NoSandbox: both("브라우저로 열어야 읽을 수 있는데 시스템이 브라우저의 샌드박스를 막고 있습니다. 사용자 네임스페이스를 허용하거나(우분투: sysctl kernel.apparmor_restrict_unprivileged_userns=0) 데비안 패키지 chromium-sandbox를 설치하십시오",
		"it takes a browser to read it, and the system allows the browser no sandbox: allow user namespaces (Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0) or install Debian's package chromium-sandbox"),
	render.Crashed:    both("브라우저가 페이지를 열다가 비정상 종료했습니다", "the browser crashed on it"),
	visit.RenderNever: both("브라우저로 열어야 읽을 수 있는데 --render never여서 열지 않았습니다", "it takes a browser to read it, and --render never uses none"),
}

// wallTexts say what stood in the place of a page.
var wallTexts = map[string]analyzer.Text{
	"login":       both("로그인 화면", "a page to sign in"),
	"queue":       both("접속 대기 화면", "a queue"),
	"maintenance": both("점검 안내 화면", "a notice of maintenance"),
	"missing":     both("없는 페이지라는 안내 화면", "a page that says so"),
	"error":       both("오류 화면", "an error page"),
	"captcha":     both("자동 입력 방지(CAPTCHA) 화면", "a captcha"),
	"waf":         both("방화벽 차단 화면", "a page of a firewall"),
	"bot":         both("봇 차단 화면", "a bot wall"),
}

// notFetched is why a page of the web cannot be judged.
func notFetched(err error) readError {
	e, ok := errors.AsType[*fetch.Error](err)
	if !ok {
		return asRead(err)
	}
	out := readError{code: failureCode(e.State), reason: string(e.Reason), text: stateTexts[e.State], detail: both(e.Detail, e.Detail)}
	switch e.State {
	case fetch.Unreadable, fetch.NeedsScript:
		if text, ok := reasonTexts[e.Reason]; ok {
			out.text = text
		}
	case fetch.NotPolicy:
		out.detail = kindText(string(e.Reason))
	}
	switch e.Reason {
	case fetch.Redirects:
		if most, ok := strings.CutPrefix(e.Detail, "> "); ok {
			out.text, out.detail = both("주소가 "+most+"번 넘게 이동됩니다", "more than "+most+" redirects"), analyzer.Text{}
		} else {
			out.text = both("주소 이동이 끝없이 되풀이됩니다", "it redirects in a circle")
		}
	case fetch.Address:
		switch {
		case e.Status != 0 && strings.HasSuffix(e.Detail, ":"):
			out.text = both("http와 https가 아닌 주소로 이동합니다", "it redirects to an address that is neither http nor https")
		case strings.HasPrefix(e.Detail, ":"):
			out.text = both("웹이 쓰지 않는 포트입니다", "no page is fetched from this port")
		}
	case fetch.NotParsed:
		parsed := notParsed(e.Err)
		out.reason, out.text, out.detail = parseReason(e.Err), cmp.Or(parsed.text, failureTexts[parsed.code]), parsed.detail
	case fetch.Wall:
		out.detail = wallText(e.Detail, e.State)
	case fetch.Network, fetch.Refused:
		if e.Detail == "" && e.Err != nil {
			out.detail = cause(e.Err)
		}
	}
	if len(e.Redirects) > 0 && e.URL != "" && e.Reason != fetch.Redirects {
		out.detail = joined(out.detail, both(e.URL, e.URL))
	}
	return out
}

// asRead is an error as readError, what it is already.
func asRead(err error) readError {
	if e, ok := errors.AsType[readError](err); ok {
		return e
	}
	return unreadable(err)
}

// joined are two details beside each other.
func joined(a, b analyzer.Text) analyzer.Text {
	if a == (analyzer.Text{}) {
		return b
	}
	return both(a.Ko+", "+b.Ko, a.En+", "+b.En)
}

// kindText names a kind of document that is no policy.
func kindText(kind string) analyzer.Text {
	switch kind {
	case "terms":
		return both("이용약관", "terms of service")
	case "consent-form":
		return both("동의서", "a consent form")
	}
	return analyzer.Text{}
}

// wallText says what stood in the place of a page, by the name that package wall gives it.
func wallText(name string, state fetch.State) analyzer.Text {
	if text, ok := wallTexts[name]; ok {
		return text
	}
	first := min(1, len(name))
	name = strings.ToUpper(name[:first]) + name[first:]
	if state == fetch.Blocked {
		return both(name+" 봇 차단 화면", "a bot wall: "+name)
	}
	return both(name+" 안내 화면", "a notice of "+name)
}

// parseReason says to programs why bytes are no page.
func parseReason(err error) string {
	switch {
	case errors.Is(err, scrape.ErrEmpty):
		return string(codeEmpty)
	case errors.Is(err, scrape.ErrBinary):
		return string(codeBinary)
	case errors.Is(err, scrape.ErrEncoding):
		return "encoding"
	case errors.Is(err, scrape.ErrNesting):
		return "nesting"
	}
	return string(fetch.NotParsed)
}
