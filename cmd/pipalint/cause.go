package main

import (
	"crypto/tls"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"syscall"

	"github.com/pipalint/pipalint/analyzer"
)

// unreadable is the failure of an error of the system.
func unreadable(err error) readError { return readError{code: codeUnreadable, detail: cause(err)} }

// cause is the innermost reason of an error, for the path or address before it is shown already. The
// common ones are told in both languages, the others as the system tells them.
func cause(err error) analyzer.Text {
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return both("서버 인증서를 믿을 수 없음", "the server's certificate cannot be trusted")
	}
	for _, c := range [...]struct {
		err  error
		text analyzer.Text
	}{
		{fs.ErrPermission, both("권한이 없음", "permission denied")},
		{io.ErrUnexpectedEOF, both("도중에 끊김", "cut off in the middle")},
		{syscall.ECONNREFUSED, both("연결이 거부됨", "connection refused")},
		{syscall.ECONNRESET, both("연결이 끊어짐", "connection reset")},
		{syscall.ENETUNREACH, both("네트워크에 연결할 수 없음", "network is unreachable")},
		{syscall.EHOSTUNREACH, both("호스트에 연결할 수 없음", "host is unreachable")},
		{syscall.ENAMETOOLONG, both("이름이 너무 긺", "the name is too long")},
		{syscall.ENOTDIR, both("경로의 일부가 디렉터리가 아님", "a part of the path is not a directory")},
		{syscall.EISDIR, both("디렉터리임", "it is a directory")},
		{syscall.ELOOP, both("심볼릭 링크가 서로를 가리킴", "symbolic links lead in a circle")},
	} {
		if errors.Is(err, c.err) {
			return c.text
		}
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	} else if e, ok := errors.AsType[*url.Error](err); ok {
		err = e.Err
	}
	return both(err.Error(), err.Error())
}
