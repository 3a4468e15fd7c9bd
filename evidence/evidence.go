// Package evidence reads, outside the policy's text, the signs that a company handles users' data: what a
// page loads and sends to, and which packages a source tree asks for. It tells what stands where; whether
// the policy discloses it is for the facts and rules.
package evidence

import "errors"

// A Failure is a file or folder that could not be read.
type Failure struct {
	Path string
	Err  error
}

// Why a file or folder could not be read, where the system does not say.
var (
	ErrNoManifest = errors.New("no manifest of packages is there")
	ErrNoPage     = errors.New("no page is there")
	ErrTooLarge   = errors.New("it is too large to be read")
)
