package analyzer

type Options struct{ Name string }

var Default = &Options{Name: "default"}

var Count = 3
