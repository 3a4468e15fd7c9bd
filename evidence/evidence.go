// Package evidence reads, outside the policy's text, the signs that a company handles users' data: what a
// page loads and sends to, and which packages a source tree asks for. It tells what stands where; whether
// the policy discloses it is for the facts and rules.
package evidence

// A Failure is a file or folder that could not be read.
type Failure struct {
	Path string
	Err  error
}
