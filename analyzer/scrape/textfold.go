package scrape

// fold joins the lines of a drawn table that no rule parts: where rules stand between rows, a row goes
// on until the next of them. A table with rules around its titles alone has a row in each line; there
// a line goes on with the row above only where the form of its cells says so.
func (p *pipeReader) fold() {
	last := len(p.groups) - 1
	if p.rules == 0 || p.groups[last] == last {
		return
	}
	between := p.groups[last] >= 2 // rules stand between rows, besides the one below the titles
	rows, headers := p.table.rows[:1], p.table.headers
	for i := 1; i <= last; i++ {
		above := rows[len(rows)-1]
		if p.groups[i] == p.groups[i-1] && len(above) == len(p.table.rows[i]) && (between || p.groups[i] == 0 || p.breaksOff(above, p.table.rows[i])) {
			p.goOn(above, p.table.rows[i])
			if i < p.table.headers {
				headers--
			}
			continue
		}
		rows = append(rows, p.table.rows[i])
	}
	p.table.rows, p.table.headers = rows, headers
}

// breaksOff reports whether the cells of a row were broken to fit their columns and go on in another: the
// first is empty there, and no other has words that would have had room above.
func (p *pipeReader) breaksOff(above, row []textCell) bool {
	if len(row[0].lines) > 0 {
		return false
	}
	for i, c := range row {
		if len(c.lines) == 0 {
			continue
		}
		if n := len(above[i].lines); n == 0 || !fills(above[i].lines[n-1].text(p.source), c.lines[0].text(p.source), roomOf(p.source, above[i])) {
			return false
		}
	}
	return true
}

// goOn adds the lines of a row to the one above.
func (p *pipeReader) goOn(above, row []textCell) {
	for i := range above {
		above[i].width = roomOf(p.source, above[i])
		for _, l := range row[i].lines {
			above[i].add(l)
		}
	}
}

// roomOf is how many columns the text of a cell has, a space around it.
func roomOf(source string, c textCell) int {
	if c.width > 0 {
		return c.width
	}
	return max(1, width(source[c.span.Start:c.span.End])-2)
}

// fills reports whether the first word of a following line had no room in a line of so many columns.
func fills(line, following string, room int) bool {
	return markerLen(following) == 0 && width(line)+1+width(firstWord(following)) > room
}
