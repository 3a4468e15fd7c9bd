package render

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"syscall"
)

// inherit gives a browser its ends of the pipes as handles, and keeps ours to ourselves.
func inherit(cmd *exec.Cmd, in, out, ourIn, ourOut *os.File) error {
	for _, f := range []*os.File{ourIn, ourOut} {
		if err := syscall.SetHandleInformation(syscall.Handle(f.Fd()), syscall.HANDLE_FLAG_INHERIT, 0); err != nil {
			return err
		}
	}
	handles := []syscall.Handle{syscall.Handle(in.Fd()), syscall.Handle(out.Fd())}
	cmd.SysProcAttr = &syscall.SysProcAttr{AdditionalInheritedHandles: handles}
	cmd.Args = slices.Insert(cmd.Args, 1, fmt.Sprintf("--remote-debugging-io-pipes=%d,%d", handles[0], handles[1]))
	return nil
}

// killGroup has nothing to do: the processes of a browser end with its first one.
func killGroup(int) {}

// reap has nothing to do: nobody has to take note of the end of a process.
func reap(int) {}
