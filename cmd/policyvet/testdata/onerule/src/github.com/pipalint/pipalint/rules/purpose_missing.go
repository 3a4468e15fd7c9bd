package rules

// PurposeMissing reports a policy that states no purpose.
//
// # 한국어
//
// 처리 목적이 적혀 있지 않은 처리방침을 알립니다.
var PurposeMissing = missing("purpose")
