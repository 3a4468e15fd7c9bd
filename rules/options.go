package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/vendors"
)

// vendorName is a vendor as an option names it. It holds the ID.
type vendorName string

// UnmarshalText takes the ID of a vendor of the catalogue, or a name that stands for just one.
func (n *vendorName) UnmarshalText(text []byte) error {
	if v, ok := vendors.ByID(string(text)); ok {
		*n = vendorName(v.ID)
		return nil
	}
	if found := vendors.Named(string(text)); len(found) == 1 {
		*n = vendorName(found[0].ID)
		return nil
	}
	e := &analyzer.WordError{Reason: analyzer.Text{
		Ko: fmt.Sprintf("업체 목록에 없는 업체입니다: %q (목록: pipalint vendors list)", text),
		En: fmt.Sprintf("%q is not in the catalogue of companies: see 'pipalint vendors list'", text)}}
	for _, v := range vendors.All() {
		e.Known = append(e.Known, v.ID)
	}
	return e
}

// holds reports whether an option names a vendor, or the company whose product it is.
func holds(list []vendorName, v *vendors.Vendor) bool {
	return v != nil && (slices.Contains(list, vendorName(v.ID)) || slices.Contains(list, vendorName(v.Root().ID)))
}

// same reports whether an option has a text, however it is spaced and in capitals or not.
func same(list []string, text string) bool {
	return slices.ContainsFunc(list, func(one string) bool { return unspaced(one) == unspaced(text) })
}

// within reports whether a text of an option stands in a text, however they are spaced and in capitals or not.
func within(list []string, text string) bool {
	return slices.ContainsFunc(list, func(one string) bool { return strings.Contains(unspaced(text), unspaced(one)) })
}

func unspaced(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), "")) }
