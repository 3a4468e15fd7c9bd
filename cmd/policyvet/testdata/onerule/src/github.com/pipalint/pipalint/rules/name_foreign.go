package rules

// # 한국어
//
// 다른 회사의 이름이 남아 있는 경우를 알립니다.
var NameForeign = missing("x") // want `the manual of NameForeign has no English part before "# 한국어"`
