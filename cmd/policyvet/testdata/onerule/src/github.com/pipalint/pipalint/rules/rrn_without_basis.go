package rules

import "github.com/pipalint/pipalint/analyzer"

const rrn = "rrn"

var (
	/*
	   RRNWithoutBasis reports resident registration numbers that no statute asks for.

	   # 한국어

	   법령상 근거 없이 주민등록번호를 처리하는 경우를 알립니다.
	*/
	RRNWithoutBasis = (&analyzer.Rule{Name: rrn + "-without-basis"})
)
