package rules

var OfficerMissing = missing("officer") // want `OfficerMissing has no doc comment: it is the rule's manual`
