package rules

import "github.com/pipalint/pipalint/analyzer"

// ItemsMissing reports a policy that names no items.
//
// # 한국어
//
// 처리하는 개인정보의 항목이 적혀 있지 않은 처리방침을 알립니다.
var ItemsMissing = strict(&analyzer.Rule{Doc: "items", Name: "item-missing"}) // want `ItemsMissing has the Name "item-missing", not "items-missing"`
