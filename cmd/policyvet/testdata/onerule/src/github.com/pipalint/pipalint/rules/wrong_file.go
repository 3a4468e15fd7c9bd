package rules

import "github.com/pipalint/pipalint/analyzer"

// LawStale reports a statute that has a new name.
//
// # 한국어
//
// 이름이 바뀐 법령을 옛 이름으로 적은 경우를 알립니다.
var LawStale = &analyzer.Rule{Name: "law-stale"} // want `LawStale stands in wrong_file.go, not in law_stale.go`

// LawMisnamed reports a statute that does not exist.
//
// # 한국어
//
// 존재하지 않는 법령 이름을 적은 경우를 알립니다.
var LawMisnamed = &analyzer.Rule{Name: "law_misnamed"} // want `LawMisnamed shares its file with LawStale: one rule, one file` `LawMisnamed has the Name "law_misnamed", not "law-misnamed"`
