package render

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/chromedp"
)

// A process is a browser that runs, with its profile.
type process struct {
	*wire
	cmd     *exec.Cmd
	profile string
	printed *tail
	ended   chan struct{} // closed when it has ended and its profile is removed
}

// launch starts a program with a fresh profile in a folder. Its commands go through a pipe, so no port is open to others.
func launch(program, profiles string, flags []string, hear func(*cdproto.Message)) (*process, error) {
	profile, err := os.MkdirTemp(profiles, "pipalint-browser-")
	if err != nil {
		return nil, err
	}
	p := &process{profile: profile, printed: new(tail), ended: make(chan struct{})}
	p.cmd = exec.Command(program, append(flags, "--remote-debugging-pipe", "--user-data-dir="+profile, "--crash-dumps-dir="+profile)...)
	p.cmd.Env = append(os.Environ(), "TMPDIR="+profile, "TMP="+profile, "TEMP="+profile, "TZ="+timezone)
	p.cmd.Stdout, p.cmd.Stderr = p.printed, p.printed
	p.cmd.WaitDelay = time.Second // children that outlive it may hold its output
	pipe, err := start(p.cmd)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", program, err), os.RemoveAll(profile))
	}
	p.wire = newWire(pipe, hear)
	go func() {
		_ = p.cmd.Wait() // how it ended does not matter: who waits for an answer learns that there is none
		killGroup(p.cmd.Process.Pid)
		reap(p.cmd.Process.Pid)
		_ = pipe.Close()
		<-p.down
		removeProfile(profile)
		close(p.ended)
	}()
	return p, nil
}

// start runs a command with two pipes, on which a browser speaks its protocol.
func start(cmd *exec.Cmd) (*chromedp.PipeConn, error) {
	theirIn, in, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	out, theirOut, err := os.Pipe()
	if err != nil {
		return nil, errors.Join(err, theirIn.Close(), in.Close())
	}
	pipe := chromedp.NewPipeConn(&bounded{ReadCloser: out}, in)
	err = inherit(cmd, theirIn, theirOut, in, out)
	if err == nil {
		err = cmd.Start()
	}
	err = errors.Join(err, theirIn.Close(), theirOut.Close())
	if err != nil {
		return nil, errors.Join(err, pipe.Close())
	}
	return pipe, nil
}

// kill ends the browser and all that it started, and waits until nothing of it is left.
func (p *process) kill() {
	select {
	case <-p.ended:
	default:
		killGroup(p.cmd.Process.Pid)
		_ = p.cmd.Process.Kill() // where there are no groups; it may have ended
		<-p.ended
	}
}

// quit lets the browser end in its own way, which leaves no orphans, but not for long.
func (p *process) quit() {
	_, _ = p.send("", "Browser.close", struct{}{}, nil) // where it cannot be said it is over
	select {
	case <-p.ended:
	case <-time.After(3 * time.Second):
		p.kill()
	}
}

// removeProfile removes a folder at which processes that end may still be.
func removeProfile(folder string) {
	for range 100 {
		if os.RemoveAll(folder) == nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// find is the program of the browser. One that somebody named has to be there; else it is looked for on PATH.
func find(named string) (string, error) {
	if named == "" {
		named = os.Getenv("PIPALINT_CHROME")
	}
	if named != "" {
		path, err := exec.LookPath(named)
		if err != nil {
			return "", fmt.Errorf("%w: %s: %w", ErrNoStart, named, errors.Unwrap(err))
		}
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return filepath.Abs(path)
		}
	}
	return "", ErrNoBrowser
}

// A tail is the end of what a program printed.
type tail struct {
	mu   sync.Mutex
	text []byte
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text = append(t.text, p...)
	if over := len(t.text) - 4096; over > 0 {
		t.text = bytes.Clone(t.text[over:])
	}
	return len(p), nil
}

// line is the last line that tells something.
func (t *tail) line() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	lines := strings.Split(strings.TrimSpace(string(t.text)), "\n")
	return strings.TrimSpace(regexp.MustCompile(`^\[\d+:\d+:.*?\] `).ReplaceAllString(lines[len(lines)-1], "")) // [process:thread:time:ERROR:file(line)]
}

// mostMessage is how long a message of the browser may be: a page of the largest size, each of its characters escaped.
const mostMessage = 160 << 20

// bounded reads messages, each of which ends with a zero, and gives up at one that has no end.
type bounded struct {
	io.ReadCloser
	size int // of the message so far
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if end := bytes.LastIndexByte(p[:n], 0); end >= 0 {
		b.size = n - end - 1
	} else if b.size += n; b.size > mostMessage {
		return 0, errors.New("the browser says too much")
	}
	return n, err
}

// greet waits for the first answer of a browser that was started.
func (p *process) greet(ctx context.Context, hello func(context.Context) error) error {
	err := hello(ctx)
	if errors.Is(err, errLost) {
		told := ""
		select {
		case <-p.ended:
			told = fmt.Sprintf("it ended at once (%s)", p.cmd.ProcessState)
		case <-time.After(time.Second): // it says no more, or rubbish, and stays
			p.kill()
			told = "it does not answer as a browser"
		}
		line := p.printed.line()
		if strings.Contains(line, "No usable sandbox") {
			return fmt.Errorf("%w: %w: %s", ErrNoStart, ErrNoSandbox, p.cmd.Path)
		}
		if line != "" {
			return fmt.Errorf("%w: %s: %s", ErrNoStart, p.cmd.Path, line)
		}
		return fmt.Errorf("%w: %s: %s", ErrNoStart, p.cmd.Path, told)
	}
	return err
}
