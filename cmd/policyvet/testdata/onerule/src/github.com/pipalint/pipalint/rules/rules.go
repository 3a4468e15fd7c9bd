package rules

import "github.com/pipalint/pipalint/analyzer"

var All = []*analyzer.Rule{RetentionConflict, PurposeMissing}

var unlisted = &analyzer.Rule{Name: "anything"}

const suffix = "-missing"

func missing(clause string) *analyzer.Rule { return &analyzer.Rule{Name: clause + suffix} }

func strict(r *analyzer.Rule) *analyzer.Rule { return r }

func both() (a, b *analyzer.Rule) { return nil, nil }
