package facts

type entry struct{ n int }

var (
	total int
	names = map[string]int{"first": 1}
	list  = []entry{{1}, {2}}
	first = &list[0]
	fixed = build()
	err   error
)

func build() []int {
	out := []int{1}
	out[0] = 2
	return out
}

func write() {
	total = 1             // want `package-level variable total is changed outside its declaration`
	total += 2            // want `package-level variable total is changed`
	total++               // want `package-level variable total is changed`
	names["second"] = 2   // want `package-level variable names is changed`
	delete(names, "x")    // want `package-level variable names is changed`
	clear(names)          // want `package-level variable names is changed`
	list[0].n = 3         // want `package-level variable list is changed`
	(list)[1:][0].n++     // want `package-level variable list is changed`
	first.n = 4           // want `package-level variable first is changed`
	*first = entry{}      // want `package-level variable first is changed`
	copy(list, list)      // want `package-level variable list is changed`
	for total = range 3 { // want `package-level variable total is changed`
	}
	var local int
	local, err = 1, nil // want `package-level variable err is changed`
	_ = local
}

func init() {
	fixed = nil // want `package-level variable fixed is changed`
}

func read() int {
	total := total
	total++
	names := map[string]int{}
	names["x"] = fixed[0]
	clear := func(map[string]int) {}
	clear(map[string]int{})
	for i := range list {
		total += list[i].n
	}
	return total
}
