package main

import (
	"errors"
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/report"
)

// failureCode says to programs why an input could not be read. The words are part of the contract.
type failureCode string

const (
	codeMissing      failureCode = "missing"        // no such file
	codeEmpty        failureCode = "empty"          // nothing that a reader would see
	codeBinary       failureCode = "binary"         // no text: PDF, HWP, an image …
	codeTooLarge     failureCode = "too-large"      // more than maxSize
	codeRefused      failureCode = "refused"        // the server gave no connection, or no page
	codeTimeout      failureCode = "timeout"        // the server did not answer in time
	codeNotFound     failureCode = "not-found"      // the server has no such page, or there is no such server
	codeNoPolicyFile failureCode = "no-policy-file" // a directory or pattern leads to no file of a kind that is read
	codeUnreadable   failureCode = "unreadable"     // any other reason
)

// failureTexts are the sentences for the codes, to which the detail is added in brackets.
var failureTexts = map[failureCode]analyzer.Text{
	codeMissing:      both("파일이 없습니다", "no such file"),
	codeEmpty:        both("비어 있거나 보이는 글이 없습니다", "it is empty or shows no text"),
	codeBinary:       both("텍스트 문서가 아닙니다. PDF, 한글(HWP), 워드 등은 아직 읽지 못합니다", "it is no text document; PDF, HWP, Word and the like are not read yet"),
	codeTooLarge:     both("너무 큽니다(최대 20MB)", "it is too large (at most 20 MB)"),
	codeRefused:      both("서버가 응답을 거부했습니다", "the server refused"),
	codeTimeout:      both("제한 시간 안에 응답이 없습니다", "no answer in time"),
	codeNotFound:     both("서버에 그런 페이지가 없습니다", "the server has no such page"),
	codeNoPolicyFile: both("읽을 문서가 없습니다", "nothing to read here"),
	codeUnreadable:   both("읽지 못했습니다", "it could not be read"),
}

// A readError is why an input could not be read.
type readError struct {
	code   failureCode
	detail string // what was met, or ""
}

func failed(code failureCode, detail string) readError { return readError{code, detail} }

func (e readError) Error() string { return e.message().En }

func (e readError) message() analyzer.Text {
	t := failureTexts[e.code]
	if e.detail == "" {
		return t
	}
	return both(fmt.Sprintf("%s (%s)", t.Ko, e.detail), fmt.Sprintf("%s (%s)", t.En, e.detail))
}

// failureOf is why an input could not be read.
func failureOf(in input, err error) report.Failure {
	e, ok := errors.AsType[readError](err)
	if !ok {
		e = failed(codeUnreadable, cause(err))
	}
	return e.of(in.name)
}

// of is the failure as a report shows it.
func (e readError) of(name string) report.Failure {
	return report.Failure{File: name, Code: string(e.code), Message: e.message()}
}
