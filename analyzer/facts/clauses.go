package facts

import (
	"slices"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// Clause is a matter that a policy addresses.
type Clause string

// The clauses, in the order of Article 30 of the Act and then of the writing guideline.
const (
	Purpose             Clause = "purpose"
	Items               Clause = "items"
	Retention           Clause = "retention"
	Destruction         Clause = "destruction"
	Rights              Clause = "rights"
	Officer             Clause = "officer"
	Safety              Clause = "safety"
	ThirdParty          Clause = "third-party"
	Entrustment         Clause = "entrustment"
	OverseasTransfer    Clause = "overseas-transfer"
	AutoCollection      Clause = "auto-collection"
	BehaviouralAds      Clause = "behavioural-ads"
	Children            Clause = "children"
	SensitiveDisclosure Clause = "sensitive-disclosure"
	Pseudonymous        Clause = "pseudonymous"
	AdditionalUse       Clause = "additional-use"
	AutomatedDecision   Clause = "automated-decision"
	Portability         Clause = "portability"
	VideoDevices        Clause = "video-devices"
	DomesticAgent       Clause = "domestic-agent"
	OverseasCollection  Clause = "overseas-collection"
	Remedies            Clause = "remedies"
	Changes             Clause = "changes"
	EffectiveDate       Clause = "effective-date"
)

// AllClauses are all of them.
var AllClauses = [...]Clause{Purpose, Items, Retention, Destruction, Rights, Officer, Safety, ThirdParty, Entrustment,
	OverseasTransfer, AutoCollection, BehaviouralAds, Children, SensitiveDisclosure, Pseudonymous, AdditionalUse,
	AutomatedDecision, Portability, VideoDevices, DomesticAgent, OverseasCollection, Remedies, Changes, EffectiveDate}

// Status says whether a policy addresses a clause.
type Status string

// The statuses.
const (
	Present Status = "present" // it addresses the matter with its own content
	Denied  Status = "denied"  // it says that it does not do this
	Absent  Status = "absent"  // it says nothing about it
)

// A Finding is how a policy addresses a clause, and where.
type Finding struct {
	Status Status
	Page   int          // index of the page, where Range is not empty
	Range  policy.Range // the words that decide; for Absent, the nearest thing met, or empty

	// EmptyHeading says that a heading opens the clause and nothing follows it.
	EmptyHeading bool
}

// Met reports whether anything of the clause was met, even if it does not suffice.
func (f Finding) Met() bool { return f.Status != Absent || !f.Range.Empty() }

// Clauses is how the policy addresses each clause.
var Clauses = analyzer.NewFact("clauses", func(p *analyzer.Pass) map[Clause]Finding {
	out := make(map[Clause]Finding, len(AllClauses))
	for i, best := range together(p) {
		out[AllClauses[i]] = best
	}
	out[EffectiveDate] = effectiveDateClause(p, out[EffectiveDate])
	return out
})

// better reports whether a says more than b.
func better(a, b Finding) bool {
	rank := func(f Finding) int {
		switch {
		case f.Status == Present:
			return 3
		case f.Status == Denied:
			return 2
		case f.Met():
			return 1
		}
		return 0
	}
	return rank(a) > rank(b)
}

// clauseWords are the phrases of each clause, looked up once.
var clauseWords = sync.OnceValue(func() []words {
	set := phrases.Default()
	out := make([]words, len(AllClauses))
	for i, c := range AllClauses {
		name := string(c)
		out[i] = words{clause: c, heading: phrase(name + ".heading"), header: set.Lookup(name + ".header"),
			content: phrase(name + ".content"), denied: set.Lookup(name + ".denied"), denies: set.Lookup(name + ".denies"), mention: set.Lookup(name + ".mention"),
			conditional: set.Lookup(name+".condition") != 0 || set.Lookup(name+".item") != 0}
	}
	return out
})

// wordsOf are the phrases of a clause.
func wordsOf(c Clause) words { return clauseWords()[slices.Index(AllClauses[:], c)] }

// words are the phrases of one clause.
type words struct {
	clause                                            Clause
	heading, header, content, denied, denies, mention phrases.ID

	conditional bool // only some policies need it, and words of theirs show that they do
}

func within(list []Clause, c Clause) bool {
	for _, x := range list {
		if x == c {
			return true
		}
	}
	return false
}
