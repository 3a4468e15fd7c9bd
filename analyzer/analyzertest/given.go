package analyzertest

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// give tells a pass what is known of its policy from outside the text, each as "key = value".
func give(pass *analyzer.Pass, given []string) error {
	for _, one := range given {
		key, value, ok := strings.Cut(one, "=")
		if !ok {
			return fmt.Errorf("given %s: no value", one)
		}
		if err := giveOne(pass, strings.TrimSpace(key), strings.TrimSpace(value)); err != nil {
			return fmt.Errorf("given %s: %w", one, err)
		}
	}
	return nil
}

func giveOne(pass *analyzer.Pass, key, value string) (err error) {
	switch key {
	case "name":
		pass.Controller.Name, err = strconv.Unquote(value)
	case "type":
		var text string
		text, err = strconv.Unquote(value)
		pass.Controller.Type = analyzer.ControllerType(text)
	case "language":
		pass.Policy.Language, err = strconv.Unquote(value)
	case "gone":
		var address string
		address, err = strconv.Unquote(value)
		goneTo(pass.Policy, address)
	default:
		if _, ok := pass.Law.Condition(key); !ok {
			return fmt.Errorf("no condition")
		}
		if pass.Controller.Does == nil {
			pass.Controller.Does = make(map[string]bool)
		}
		pass.Controller.Does[key], err = strconv.ParseBool(value)
	}
	return err
}

// goneTo makes the links to an address, also by script, such as were followed, and lead to no page.
func goneTo(p *policy.Policy, address string) {
	for _, doc := range p.Pages {
		for _, r := range doc.Resources {
			if r.Kind == policy.Link && (r.URL == address || strings.Contains(r.Click, "'"+address+"'")) {
				p.Followed = append(p.Followed, policy.Followed{Place: policy.Place{File: doc.File, Span: r.Span}, URL: address, State: policy.LinkGone})
			}
		}
	}
}
