package render

import (
	"context"
	_ "embed" // for the scripts
	"encoding/json"
	"errors"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/cdp/jsonv2"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

//go:embed dom.js
var domSource string

//go:embed press.js
var pressSource string

// domScript is what runs in each document.
func domScript() string { return domSource + pressSource }

// errScript is wrapped by errors of a script: most often the document went away under it.
var errScript = errors.New("the script did not run")

// world is where our script runs in a document; where the browser did not bring it there, it is brought now.
func (t *tab) world(ctx context.Context, frame cdp.FrameID) (world, error) {
	t.mu.Lock()
	w, ok := t.worlds[frame]
	session, apart := t.frames[frame]
	t.mu.Unlock()
	if ok {
		return w, nil
	}
	if !apart {
		session = t.page
	}
	made, err := call(ctx, t.in.wire, session, page.CreateIsolatedWorld, page.CreateIsolatedWorldParams{FrameID: frame, WorldName: worldName})
	if err != nil {
		return world{}, fmt.Errorf("%w: %w", errScript, err)
	}
	w = world{session: session, id: made.ExecutionContextID}
	_, err = t.run(ctx, w, domScript())
	return w, err
}

// run runs an expression and waits for its value.
func (t *tab) run(ctx context.Context, w world, expression string) (jsonv2.Value, error) {
	yes := true
	got, err := call(ctx, t.in.wire, w.session, runtime.Evaluate, runtime.EvaluateParams{
		Expression: expression, ContextID: w.id, ReturnByValue: &yes, AwaitPromise: &yes, Silent: &yes,
	})
	switch {
	case ctx.Err() != nil || isLost(err):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("%w: %w", errScript, err)
	case got.ExceptionDetails != nil:
		text := got.ExceptionDetails.Text
		if got.ExceptionDetails.Exception != nil {
			text += " " + got.ExceptionDetails.Exception.Description
		}
		return nil, fmt.Errorf("%w: %s", errScript, text)
	}
	return got.Result.Value, nil
}

// ask calls a function of our script in a document, with one value or none.
func ask[T any](ctx context.Context, t *tab, frame cdp.FrameID, function string, with ...any) (T, error) {
	var out T
	w, err := t.world(ctx, frame)
	if err != nil {
		return out, err
	}
	argument := ""
	if len(with) > 0 {
		raw, err := json.Marshal(with[0])
		if err != nil {
			return out, err
		}
		argument = string(raw)
	}
	value, err := t.run(ctx, w, "pipalint."+function+"("+argument+")")
	if err != nil || len(value) == 0 {
		return out, err
	}
	return out, jsonv2.Unmarshal(value, &out, chromedp.DefaultUnmarshalOptions)
}

// askFrame is ask of a frame, which may be kept busy by a script of its own: then the page does without it.
func askFrame[T any](ctx context.Context, t *tab, frame cdp.FrameID, function string, with ...any) (T, error) {
	if frame == t.main {
		return ask[T](ctx, t, frame, function, with...)
	}
	if t.mute[frame] {
		var none T
		return none, fmt.Errorf("%w: no answer", errScript)
	}
	soon, cancel := context.WithTimeout(ctx, frameMost)
	defer cancel()
	out, err := ask[T](soon, t, frame, function, with...)
	if err != nil && ctx.Err() == nil && soon.Err() != nil {
		t.mute[frame] = true
		err = fmt.Errorf("%w: no answer", errScript)
	}
	return out, err
}
