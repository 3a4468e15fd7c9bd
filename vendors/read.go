package vendors

import (
	"fmt"
	"reflect"
	"strings"
)

// readVendors reads a file of the catalogue. Such a file holds so little of TOML (tables, and in each line
// a string, a list of strings, or true) that this is ten times as fast as a reader of all of it, and every
// check waits for it. What is beyond that is an error; a test holds the two readers together.
func readVendors(text string) ([]*Vendor, error) {
	var out []*Vendor
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, " \t\r\n")
		switch {
		case line == "" || line[0] == '#':
			continue
		case line == "[[vendor]]":
			out = append(out, new(Vendor))
			continue
		}
		key, value, ok := strings.Cut(line, " = ")
		if !ok || len(out) == 0 {
			return nil, fmt.Errorf("line %d: neither a table nor a key with its value: %s", n, line)
		}
		if err := out[len(out)-1].set(key, value); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	return out, nil
}

// set gives a field the value that a line holds.
func (v *Vendor) set(key, value string) error {
	if e, ok := strings.CutPrefix(key, "packages."); ok {
		list, err := readList(value)
		if v.Packages == nil {
			v.Packages = make(map[Ecosystem][]string)
		}
		v.Packages[Ecosystem(e)] = list
		return err
	}
	at, ok := vendorFields[key]
	if !ok {
		return fmt.Errorf("no field %q", key)
	}
	switch field := reflect.ValueOf(v).Elem().Field(at).Addr().Interface().(type) {
	case *bool:
		if value != "true" {
			return fmt.Errorf("%s: %s where true may stand", key, value)
		}
		*field = true
	case *[]string:
		list, err := readList(value)
		*field = list
		return err
	case *string:
		return readString(value, field)
	case *Role:
		return readString(value, (*string)(field))
	case *Confidence:
		return readString(value, (*string)(field))
	default:
		return fmt.Errorf("%s: a field of a kind that is not read", key)
	}
	return nil
}

// vendorFields says by its key in the catalogue which field of a vendor is meant.
var vendorFields = func() map[string]int {
	out := make(map[string]int)
	t := reflect.TypeFor[Vendor]()
	for i := range t.NumField() {
		key := t.Field(i).Tag.Get("toml")
		if key == "" {
			key = strings.ToLower(t.Field(i).Name)
		}
		out[key] = i
	}
	return out
}()

// readString reads a string in quotes, in which nothing is escaped.
func readString(value string, to *string) error {
	inner, rest, ok := cutString(value)
	if !ok || rest != "" {
		return fmt.Errorf("no plain string: %s", value)
	}
	*to = inner
	return nil
}

// readList reads a list of strings.
func readList(value string) ([]string, error) {
	out := make([]string, 0, strings.Count(value, `"`)/2)
	rest, ok := strings.CutPrefix(value, "[")
	for ok && rest != "]" {
		var s string
		if s, rest, ok = cutString(rest); ok {
			out = append(out, s)
			if next, more := strings.CutPrefix(rest, ", "); more {
				rest = next
			} else {
				ok = rest == "]"
			}
		}
	}
	if !ok {
		return nil, fmt.Errorf("no plain list of strings: %s", value)
	}
	return out, nil
}

// cutString cuts the string off with which a text begins.
func cutString(text string) (inner, rest string, ok bool) {
	if !strings.HasPrefix(text, `"`) {
		return "", text, false
	}
	inner, rest, ok = strings.Cut(text[1:], `"`)
	return inner, rest, ok && !strings.Contains(inner, `\`)
}
