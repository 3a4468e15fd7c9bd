package rules

import "github.com/pipalint/pipalint/analyzer"

// RetentionConflict reports two periods for one record.
//
// # 한국어
//
// 같은 기록에 보유기간이 둘 이상 적힌 경우를 알립니다.
var RetentionConflict = &analyzer.Rule{Name: "retention-conflict"}
