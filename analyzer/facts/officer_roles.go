package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// namesRole reports whether a text begins with the label of an officer or a contact.
func (t *teller) namesRole(s string) bool {
	if len(s) > longestLine {
		return false
	}
	l, ok := nextLabel(s, 0)
	return ok && l.field.isRole() && l.field != anOther && size(s[:l.start]) < longestName
}

// areTitles reports whether pieces are several roles and nothing else, as in the title of a clause.
func areTitles(pieces []piece) bool {
	for _, p := range pieces {
		if p.colon || !p.isRole() && (p.reaches || p.end > p.start && len(p.fields) == 0) {
			return false
		}
	}
	return len(pieces) > 1 && pieces[0].isRole()
}

// withoutSlots is a text with spaces in place of the slots of a template: [책임자 성명].
func withoutSlots(s string) string {
	for at := 0; at < len(s); {
		open := strings.IndexAny(s[at:], "[<{")
		if open < 0 {
			break
		}
		open += at
		end := strings.IndexAny(s[open:], "]>}")
		if end < 0 || end > longSlot {
			at = open + 1
			continue
		}
		end += open + 1
		if strings.TrimSpace(s[:open]) != "" && isUnfilled(s[open:end]) {
			s = s[:open] + strings.Repeat(" ", end-open) + s[end:]
		}
		at = end
	}
	return s
}

// withoutCodes is a text with spaces in place of the codes that stand for pictures: :telephone_receiver:
func withoutCodes(s string) string {
	for at := 0; at < len(s); {
		open := strings.IndexByte(s[at:], ':')
		if open < 0 {
			break
		}
		open += at
		end := open + 1
		for end < len(s) && (s[end] == '_' || 'a' <= s[end] && s[end] <= 'z') {
			end++
		}
		if end == open+1 || end == len(s) || s[end] != ':' {
			at = open + 1
			continue
		}
		end++
		s = s[:open] + strings.Repeat(" ", end-open) + s[end:]
		at = end
	}
	return s
}

// readsOn reports whether a role is no label of its own but belongs to what stands before or behind it, and
// reads it so.
func (t *teller) readsOn(pieces []piece, i int, s string, at int) bool {
	p := pieces[i]
	told := t.to != nil && t.to.Name.Known()
	if p.fields[0] == anOther && i > 0 && len(pieces[0].fields) == 0 && told {
		return true // 한모란 상무(CISO)
	}
	if i+1 < len(pieces) && joinsNext(p, pieces[i+1], s) {
		pieces[i+1].fields = p.fields
		return true
	}
	if t.isPrefix(p, pieces[i+1:]) {
		return true
	}
	if i == 1 && !p.colon && told && t.to.Name.Range.Start >= at && p.fields[0] != anOther {
		t.to.Role, t.labelled = roleOf(p.fields[0]), true // 한모란 (개인정보 보호책임자)
		t.writer(s, at).words(p.start, p.end, p)
		return true
	}
	return false
}

// joinsNext reports whether a role and the label behind it are one: 보호책임자 및 연락처: …, 보호책임자 및
// 정보보호 최고책임자: …
func joinsNext(p, next piece, s string) bool {
	joined := goesOnTitle(s[p.start:p.end], p)
	return joined && next.colon && (next.has(aPhone) || next.has(anEmail)) || p.fields[0] == anOfficer && next.has(anOther) && (joined || p.start == p.end)
}

// isPrefix reports whether a role only says whose field follows, of who is told of already: 책임자 소속: …
func (t *teller) isPrefix(p piece, behind []piece) bool {
	if p.colon || p.end > p.start || len(behind) == 0 || behind[0].isRole() || t.to == nil || t.blocked || t.to.Role != roleOf(p.fields[0]) {
		return false
	}
	return t.to.filled && !(behind[0].has(aName) && t.to.Name.Known())
}

// named begins somebody new, or goes on with one of the same role who has no name yet.
func (t *teller) named(p piece, s string, at int, mark string) {
	if p.fields[0] == anOther {
		t.blocked, t.to = true, nil
		return
	}
	role := roleOf(p.fields[0])
	if t.zone.role == RoleAccess && role == RoleContact {
		role = RoleAccess
	}
	if t.to != nil && !t.blocked && (t.role == RoleAccess || t.to.Role == RoleAccess) && p.fields[0] == aContact {
		role = RoleAccess // 담당자 of the department that takes requests
	}
	t.blocked, t.role, t.labelled = false, role, true
	if t.to == nil || t.to.Role != role || t.to.Name.Known() || t.to.Department.Known() && role != RoleOfficer || t.to.Phone.Known() || t.to.Email.Known() {
		t.open(role)
	}
	t.to.mark, t.to.credit = mark, isOfCredit(p.label)
	w := t.writer(s, at)
	if !goesOnTitle(s[p.start:p.end], p) && w.words(p.start, w.reachable(p.start, p.end), p) {
		t.to.inline = true
	}
	w.contacts(p.start, p.end, p)
	if p.end <= p.start {
		t.bare = t.next
	}
}

// goesOnTitle reports whether what stands behind a role goes on with the title of the clause: 및 담당부서.
func goesOnTitle(s string, p piece) bool {
	if p.colon {
		return false
	}
	for _, word := range [...]string{"및", "와 ", "과 ", "의 ", "에 ", "또는", "겸 ", "及び", "および", "と", "の", "に", "・", "and ", "or ", "& "} {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}

// isOfCredit reports whether a role is that for credit information alone: 신용정보관리·보호인
func isOfCredit(role string) bool {
	scan := phrases.Default().Scan(role)
	defer scan.Close()
	return slices.ContainsFunc(scan.Unit(0, len(role), nil), func(m phrases.Match) bool {
		return m.Phrase == officerWords().credit && m.Start == 0 && m.End == len(role)
	})
}

// open begins somebody new.
func (t *teller) open(role Role) {
	t.to = &told{Person: Person{Role: role}, assumed: !t.labelled && role == RoleOfficer}
	t.found = append(t.found, t.to)
	t.shared = false
}
