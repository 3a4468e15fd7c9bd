package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// An EvidentVendor is a vendor whose software a page loads or a source tree names.
type EvidentVendor struct {
	Vendor   *vendors.Vendor
	Evidence policy.Evidence
	Sure     bool // the sign proves that data of users reach the vendor
}

// EvidentVendors are the vendors of the signs that were seen outside the text, in their order, but for the
// controller and those of its name. A global variable that others may define, too, counts where another sign
// of its company stands beside it; what gathers no data is no sign.
var EvidentVendors = analyzer.NewFact("evident vendors", func(p *analyzer.Pass) []EvidentVendor {
	if len(p.Policy.Evidence) == 0 {
		return nil
	}
	own := ownVendors.Of(p)
	var out, weak []EvidentVendor
	strong := make(map[*vendors.Vendor]bool)
	for _, e := range p.Policy.Evidence {
		s, ok := signOf(e)
		if !ok || own.is(s.Vendor) || s.Vendor.Gathers() == vendors.Never {
			continue
		}
		one := EvidentVendor{s.Vendor, e, isSure(s, e)}
		if s.Weak && e.Kind == policy.EvidenceGlobal {
			weak = append(weak, one)
			continue
		}
		strong[s.Vendor.Root()] = true
		out = append(out, one)
	}
	for _, one := range weak {
		if strong[one.Vendor.Root()] {
			out = append(out, one)
		}
	}
	return out
})

// isSure reports whether a sign proves by itself that its vendor gets data.
func isSure(s vendors.Sign, e policy.Evidence) bool {
	return !s.Weak && !e.Indirect && s.Vendor.Gathers() == vendors.Always && s.Vendor.Confidence != vendors.Low
}

// signOf is the vendor that a sign is of.
func signOf(e policy.Evidence) (vendors.Sign, bool) {
	switch e.Kind {
	case policy.EvidenceHost:
		host, path, _ := strings.Cut(e.Key, "/")
		return vendors.ByHost(host, path)
	case policy.EvidenceGlobal:
		return vendors.ByGlobal(e.Key)
	case policy.EvidenceTagID:
		return vendors.ByTagID(e.Key)
	case policy.EvidencePackage:
		return vendors.ByPackage(vendors.Ecosystem(e.Ecosystem), e.Key)
	}
	return vendors.Sign{}, false
}
