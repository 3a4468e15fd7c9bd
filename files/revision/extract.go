package revision

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/pipalint/pipalint/files"
)

// Extract stores files of the commit below dir: their paths there, with those of the commit. A link is stored as the
// file that it leads to; one that leads to no file of the commit is left out, as is what has more than limit bytes.
func (r *Revision) Extract(ctx context.Context, dir string, paths map[string]string, limit int64) error {
	root, err := os.OpenRoot(dir) // a commit is a stranger's work: its names lead nowhere else
	if err != nil {
		return err
	}
	stored := r.store(ctx, root, paths, limit)
	return errors.Join(stored, root.Close())
}

func (r *Revision) store(ctx context.Context, root *os.Root, paths map[string]string, limit int64) error {
	git, err := r.catFile(ctx)
	if err != nil {
		return err
	}
	defer git.stop()
	for _, to := range slices.Sorted(maps.Keys(paths)) {
		content, err := r.content(git, paths[to], limit)
		if err != nil {
			return err
		}
		if content == nil {
			continue
		}
		name := filepath.FromSlash(to)
		if err := root.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			return err
		}
		if err := root.WriteFile(name, content, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// content is what a path of the commit holds, links followed; nil where there is nothing to store.
func (r *Revision) content(git *catFile, name string, limit int64) ([]byte, error) {
	for range 8 { // links of links
		b, ok := r.blobs[name]
		if !ok {
			return nil, nil
		}
		content, err := git.read(b.id, limit)
		if err != nil || !b.link {
			return content, err
		}
		name = path.Join(path.Dir(name), string(content))
	}
	return nil, nil
}

// A catFile is a git that prints one object after another.
type catFile struct {
	in   io.WriteCloser
	out  *bufio.Reader
	stop func()
	why  *bytes.Buffer
}

func (r *Revision) catFile(ctx context.Context) (*catFile, error) {
	cmd := files.GitCommand(ctx, r.Root, "cat-file", "--batch")
	cmd.WaitDelay = time.Second
	why := new(bytes.Buffer)
	cmd.Stderr = why
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	stop := func() {
		_ = in.Close()
		_ = cmd.Wait() // what was asked for was read, or the error told
	}
	return &catFile{in, bufio.NewReader(out), stop, why}, nil
}

// read is an object; nil where it has more than limit bytes.
func (g *catFile) read(id string, limit int64) ([]byte, error) {
	if _, err := io.WriteString(g.in, id+"\n"); err != nil {
		return nil, g.failed(err)
	}
	header, err := g.out.ReadString('\n')
	if err != nil {
		return nil, g.failed(err)
	}
	var kind string
	var size int64
	if _, err := fmt.Sscanf(strings.TrimPrefix(header, id), " %s %d", &kind, &size); err != nil {
		return nil, fmt.Errorf("git cat-file: %s", strings.TrimSpace(header)) // "missing"
	}
	if size > limit {
		_, err := io.CopyN(io.Discard, g.out, size+1)
		return nil, err
	}
	content := make([]byte, size+1) // with a line break
	if _, err := io.ReadFull(g.out, content); err != nil {
		return nil, g.failed(err)
	}
	return content[:size:size], nil
}

// failed is why git stopped to answer.
func (g *catFile) failed(err error) error {
	g.stop() // so that all that it said is there
	if line, _, _ := strings.Cut(strings.TrimSpace(g.why.String()), "\n"); line != "" {
		return fmt.Errorf("git cat-file: %s", line)
	}
	return fmt.Errorf("git cat-file: %w", err)
}
