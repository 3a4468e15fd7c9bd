package facts

// prose reads a sentence: it says whose block follows, or names somebody in running words.
func (t *teller) prose(l *Line, u *Unit, s string, at int) {
	t.pending = nil
	if u.has(officerWords().access) {
		t.role, t.to, t.blocked = RoleAccess, nil, false
		t.announced = true
		return
	}
	if u.has(officerWords().named) {
		t.announced = true
	}
}
