package facts

import "github.com/pipalint/pipalint/analyzer/policy"

// layOut takes the lines of a table that holds a whole policy out of their cells: a table in which
// cells of many rows begin with the names of clauses is no list of data, and those names are headings.
func layOut(lines []Line) {
	rows := make(map[*policy.Table]*clauseRows)
	for i := range lines {
		l := &lines[i]
		if l.cell == nil || len(l.clauses) == 0 || l.ended || l.size > longHeading/2 || i > 0 && lines[i-1].cell == l.cell {
			continue
		}
		t := rows[l.cell.Table]
		if t == nil {
			t = &clauseRows{rows: make(map[int]bool), clauses: make(map[Clause]bool)}
			rows[l.cell.Table] = t
		}
		t.rows[l.cell.Row] = true
		for _, c := range l.clauses {
			t.clauses[c] = true
		}
	}
	sections := make(map[*policy.Table]bool)
	for table, t := range rows {
		if t.areSections() && !listsNames(table) {
			sections[table] = true
		}
	}
	for i := range lines {
		if c := lines[i].cell; len(sections) > 0 && c != nil && sections[c.Table] {
			lines[i].cell = nil
		}
	}
}

// listsNames reports whether titles make a table a list of companies, whatever its cells speak of.
func listsNames(t *policy.Table) bool {
	l, ok := layoutOf(t)
	return ok && l.across && l.names() && (l.share == 0 || l.share >= 0.8)
}

// clauseRows are the rows of a table whose cells begin with the names of clauses.
type clauseRows struct {
	rows    map[int]bool
	clauses map[Clause]bool
}

// areSections reports whether the rows are the sections of a policy: many, and among them some that
// no list of purposes, items or recipients has.
func (t *clauseRows) areSections() bool {
	n := 0
	for _, c := range [...]Clause{Destruction, Rights, Officer, Safety, Remedies, Changes} {
		if t.clauses[c] {
			n++
		}
	}
	return n >= 2 && len(t.rows) >= 4 && len(t.clauses) >= 4
}
