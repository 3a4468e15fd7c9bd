package main

import (
	"errors"
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/report"
)

// failureCode says to programs why an input could not be read: for a page of the web its [fetch.State], for others one of
// the following. The words are part of the contract.
type failureCode string

const (
	codeMissing      failureCode = "missing"        // no such file
	codeEmpty        failureCode = "empty"          // nothing that a reader would see
	codeBinary       failureCode = "binary"         // no text: PDF, HWP, an image …
	codeTooLarge     failureCode = "too-large"      // more than maxSize
	codeNoPolicyFile failureCode = "no-policy-file" // a directory or pattern leads to no file of a kind that is read
	codeNoManifest   failureCode = "no-manifest"    // a source tree has no manifest of packages that is read
	codeNoPage       failureCode = "no-page"        // a saved site has no page
	codeSyntax       failureCode = "syntax"         // a manifest that is not written as such files are
	codeUnreadable   failureCode = "unreadable"     // any other reason
)

// failureTexts are the sentences for the codes, to which the detail is added in brackets.
var failureTexts = map[failureCode]analyzer.Text{
	codeMissing:      both("파일이 없습니다", "no such file"),
	codeEmpty:        both("비어 있거나 보이는 글이 없습니다", "it is empty or shows no text"),
	codeBinary:       both("텍스트 문서가 아닙니다. PDF, 한글(HWP), 워드 등은 아직 읽지 못합니다", "not a text document; PDF, HWP, Word and the like cannot be read yet"),
	codeTooLarge:     both("너무 큽니다(최대 20MB)", "it is too large (at most 20 MB)"),
	codeNoPolicyFile: both("읽을 문서가 없습니다", "nothing to read here"),
	codeNoManifest:   both("의존성을 적은 파일(package.json, build.gradle, go.mod 등)이 없습니다", "no package manifest in it (package.json, build.gradle, go.mod and the like)"),
	codeNoPage:       both("저장된 웹 페이지가 없습니다", "no saved page in it"),
	codeSyntax:       both("파일 형식이 올바르지 않습니다", "it is not well-formed"),
	codeUnreadable:   both("읽지 못했습니다", "it could not be read"),
}

// Sentences for what a code does not say well enough.
var (
	textScheme   = both("http와 https 주소만 읽을 수 있습니다", "only http and https addresses can be read")
	textTooLarge = both("너무 큽니다", "it is too large")
	textPipe     = both("파일이 아니라 파이프나 장치입니다", "not a file but a pipe or a device")
	textEncoding = both("문자 인코딩을 알아낼 수 없습니다", "its character encoding is not known")
	textNesting  = both("HTML 요소가 너무 깊이 겹쳐 있어(512단계 초과) 읽지 못했습니다", "its HTML elements are nested too deeply to be read (more than 512)")
	textInternal = both("내부 오류", "internal error")
)

// A readError is why an input could not be read.
type readError struct {
	code   failureCode
	reason string        // more for programs, or ""
	text   analyzer.Text // instead of the code's sentence, or empty
	detail analyzer.Text // what was met, or empty
}

// failed is the failure of a code, with what was met in words that are the same in every language.
func failed(code failureCode, detail string) readError {
	return readError{code: code, detail: both(detail, detail)}
}

func (e readError) Error() string { return e.message().En }

func (e readError) message() analyzer.Text {
	t := e.text
	if t == (analyzer.Text{}) {
		t = failureTexts[e.code]
	}
	if e.detail == (analyzer.Text{}) {
		return t
	}
	return both(fmt.Sprintf("%s (%s)", t.Ko, e.detail.Ko), fmt.Sprintf("%s (%s)", t.En, e.detail.En))
}

// failureOf is why an input could not be read.
func failureOf(in input, err error) report.Failure {
	e, ok := errors.AsType[readError](err)
	if !ok {
		e = unreadable(err)
	}
	return e.of(in.name)
}

// of is the failure as a report shows it.
func (e readError) of(name string) report.Failure {
	return report.Failure{File: name, Code: string(e.code), Reason: e.reason, Message: e.message()}
}
