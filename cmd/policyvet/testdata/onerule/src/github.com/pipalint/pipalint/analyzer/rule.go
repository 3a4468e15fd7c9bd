package analyzer

type Rule struct{ Name, Doc string }
