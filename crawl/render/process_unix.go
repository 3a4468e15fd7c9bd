//go:build unix

package render

import (
	"os"
	"os/exec"
	"syscall"
	"time"
)

// inherit gives a browser its ends of the pipes, as the files 3 and 4, and a process group of its own.
func inherit(cmd *exec.Cmd, in, out, _, _ *os.File) error {
	cmd.ExtraFiles = []*os.File{in, out}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return nil
}

// killGroup ends all processes of a group.
func killGroup(leader int) {
	_ = syscall.Kill(-leader, syscall.SIGKILL) // there may be none any more
}

// reap takes note of the end of processes of a group that became our children when their parent was killed: so it is in
// a container in which we are the first process.
func reap(leader int) {
	for range 100 {
		pid, err := syscall.Wait4(-leader, nil, syscall.WNOHANG, nil)
		if err != nil {
			return // none is ours
		}
		if pid == 0 {
			time.Sleep(10 * time.Millisecond)
		}
	}
}
