package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
)

// An Error says where a file is no baseline, and why.
type Error struct {
	Line, Column int // from 1, in characters
	Message      analyzer.Text
}

func (e *Error) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message.En) }

// A text is a file that is read.
type text []byte

// Read reads a baseline. It takes what [File.Bytes] writes, in any order and layout, and nothing else: an entry that is
// not understood could hide a finding. Every error is an [*Error].
func Read(raw []byte) (*File, error) {
	t := text(bytes.TrimPrefix(raw, []byte("\uFEFF")))
	if err := t.wellFormed(); err != nil {
		return nil, err
	}
	fields, err := t.fields()
	if err != nil {
		return nil, err
	}
	if err := t.head(fields); err != nil {
		return nil, err
	}
	return t.entries(fields["findings"])
}

// at is an error at an offset.
func (t text) at(offset int, ko, en string, args ...any) error {
	before := t[:max(0, min(offset, len(t)))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return &Error{
		Line:    bytes.Count(before, []byte("\n")) + 1,
		Column:  utf8.RuneCount(before[start:]) + 1,
		Message: analyzer.Text{Ko: fmt.Sprintf(ko, args...), En: fmt.Sprintf(en, args...)},
	}
}

// wellFormed refuses what is no JSON, and above all what git left there.
func (t text) wellFormed() error {
	if len(bytes.TrimSpace(t)) == 0 {
		return t.at(0, "파일이 비어 있습니다", "the file is empty")
	}
	offset := 0
	for line := range bytes.Lines(t) {
		for _, mark := range [...]string{"<<<<<<< ", "||||||| ", "=======", ">>>>>>> "} {
			if bytes.HasPrefix(line, []byte(mark)) {
				return t.at(offset, "해결하지 않은 병합 충돌이 있습니다. 어느 한쪽을 택한 뒤 --write-baseline과 --accept-new로 다시 만드십시오",
					"it has an unresolved merge conflict: take either side, then rewrite the file with --write-baseline and --accept-new")
			}
		}
		if !utf8.Valid(line) {
			return t.at(offset, "UTF-8이 아닌 글자가 있습니다", "there are characters that are not UTF-8")
		}
		offset += len(line)
	}
	err := json.Unmarshal(t, new(json.RawMessage))
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		return t.at(int(e.Offset)-1, "JSON 문법에 맞지 않습니다(%v)", "invalid JSON (%v)", e)
	}
	return nil
}

// A field is a value of the outermost object.
type field struct {
	offset int // of its name
	value  json.RawMessage
	start  int // of the value
}

// fields are those of the outermost object.
func (t text) fields() (map[string]field, error) {
	dec := json.NewDecoder(bytes.NewReader(t))
	if open, err := dec.Token(); err != nil || open != json.Delim('{') {
		return nil, t.at(0, "pipalint의 기준선 파일이 아닙니다", "this is not a baseline of pipalint")
	}
	out := make(map[string]field)
	for dec.More() {
		offset := t.next(dec)
		name, err := dec.Token()
		if err != nil {
			return nil, t.at(offset, "읽을 수 없습니다(%v)", "it cannot be read (%v)", err)
		}
		f := field{offset: offset}
		f.start = t.next(dec)
		if err := dec.Decode(&f.value); err != nil {
			return nil, t.at(f.start, "읽을 수 없습니다(%v)", "it cannot be read (%v)", err)
		}
		key := fmt.Sprint(name)
		if _, ok := out[key]; ok {
			return nil, t.at(offset, "%q가 두 번 있습니다", "%q is given twice", key)
		}
		out[key] = f
	}
	return out, nil
}

// next is where the next token of a decoder of the text begins.
func (t text) next(dec *json.Decoder) int { return t.after(int(dec.InputOffset())) }

func (t text) after(offset int) int {
	for offset < len(t) && strings.IndexByte(" \t\r\n,:", t[offset]) >= 0 {
		offset++
	}
	return offset
}

// head refuses a baseline of another form, or of another tool.
func (t text) head(fields map[string]field) error {
	v, ok := fields["version"]
	switch {
	case !ok:
		return t.at(0, "pipalint의 기준선 파일이 아닙니다(version이 없음)", "this is not a baseline of pipalint: it has no version")
	case string(v.value) != fmt.Sprint(formVersion):
		return t.at(v.start, "이 pipalint는 버전 %d의 기준선만 읽습니다(이 파일은 버전 %s)", "this pipalint reads baselines of version %d only, not %s", formVersion, v.value)
	}
	if f, ok := fields["tool"]; !ok || string(f.value) != fmt.Sprintf("%q", tool) {
		return t.at(f.start, "pipalint의 기준선 파일이 아닙니다(tool이 %q가 아님)", "this is not a baseline of pipalint: its tool is not %q", tool)
	}
	if _, ok := fields["findings"]; !ok {
		return t.at(0, "findings가 없습니다", "it has no findings")
	}
	first := -1
	unknown := ""
	for name, f := range fields {
		if name != "version" && name != "tool" && name != "findings" && (first < 0 || f.offset < first) {
			first, unknown = f.offset, name
		}
	}
	if first >= 0 {
		return t.at(first, "알 수 없는 항목: %q", "unknown field %q", unknown)
	}
	return nil
}

// entries reads the list of findings.
func (t text) entries(list field) (*File, error) {
	dec := json.NewDecoder(bytes.NewReader(list.value))
	if open, err := dec.Token(); err != nil || open != json.Delim('[') {
		return nil, t.at(list.start, "findings는 목록이어야 합니다", "findings must be a list")
	}
	out := &File{}
	lines := make(map[string]int) // of the fingerprints
	for dec.More() {
		offset := t.after(list.start + int(dec.InputOffset()))
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, t.at(offset, "읽을 수 없습니다(%v)", "it cannot be read (%v)", err)
		}
		e, err := t.entry(value, offset)
		if err != nil {
			return nil, err
		}
		if line, ok := lines[e.Fingerprint]; ok {
			return nil, t.at(offset, "%d번째 줄의 항목이 또 있습니다(%s)", "this entry is already given on line %d (%s)", line, e.Fingerprint)
		}
		lines[e.Fingerprint] = 1 + bytes.Count(t[:offset], []byte("\n"))
		out.Entries = append(out.Entries, e)
	}
	return out, nil
}

// entry reads one finding, whose value begins at an offset.
func (t text) entry(value []byte, offset int) (e Entry, err error) {
	dec := json.NewDecoder(bytes.NewReader(value))
	dec.DisallowUnknownFields()
	err = dec.Decode(&e)
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return e, t.at(offset, "항목의 %s 값이 문자열이 아닙니다", "the entry's %s is not a string", orSelf(wrong.Field))
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return e, t.at(offset, "항목을 읽을 수 없습니다(%v)", "the entry cannot be read (%v)", err)
	}
	if e.Fingerprint == "" || e.Rule == "" {
		return e, t.at(offset, "항목에 fingerprint와 rule이 있어야 합니다", "an entry needs fingerprint and rule")
	}
	return e, nil
}

// orSelf names a field, or the value that has none.
func orSelf(field string) string {
	if field == "" {
		return "value"
	}
	return field
}
