package rules

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// EntrustmentIncomplete reports entrustment of processing that does not say to whom what work is given.
//
// Article 26(2) has the controller make both public, where data subjects can find them at any time. An
// error is a table of processors without a column for their work, all columns of which are understood,
// right under the heading of the clause. Labelled lists that lack it, an empty cell, and a list that is
// announced and does not follow are warnings; where a title, a caption or a column whose title is not
// understood may say what the work is, it is an info. Where a policy only says that work may be entrusted, the rule asks.
//
// # 한국어
//
// 처리 위탁에 관한 사항에서 수탁자나 위탁하는 업무의 내용이 빠진 곳을 찾습니다.
//
// 법 제26조제2항은 위탁하는 업무의 내용과 수탁자를 정보주체가 언제든지 쉽게 확인할 수 있도록 공개하게 합니다. 수탁자를 적은
// 표에 업무를 적는 열이 아예 없고 주변 문장에도 없으면 오류로 알립니다. 항목명을 붙인 목록에서 빠진 경우, 칸이 비어
// 있거나 ‘다음과 같이 위탁합니다’라고 쓰고 목록이 없는 경우에는 경고로 알립니다. 소제목이나 표 제목, 뜻을 알 수 없는 열이
// 업무를 말해 줄 수 있으면 참고로만 알리고, 위탁할 수 있다고만 적은 경우에는 실제로 위탁하는지 묻습니다.
var EntrustmentIncomplete = &analyzer.Rule{
	Name:     "entrustment-incomplete",
	Doc:      analyzer.Text{Ko: "처리 위탁에서 수탁자나 위탁하는 업무의 내용이 빠진 곳을 찾습니다", En: "finds entrustment that does not state the processor or the work"},
	Duty:     "entrustment-details",
	Severity: analyzer.Error,
	Run: incomplete(facts.Entrustment, particulars{
		clause: analyzer.Text{Ko: "처리 위탁", En: "entrustment of processing"},
		elements: map[facts.Element]particular{
			"processor": {analyzer.Text{Ko: "수탁자", En: "the processor"}, analyzer.Text{Ko: "수탁자: 주식회사 다솜택배", En: "Processor: Dasom Delivery Co., Ltd."}},
			"task":      {analyzer.Text{Ko: "위탁하는 업무의 내용", En: "the work"}, analyzer.Text{Ko: "위탁하는 업무의 내용: 상품 배송", En: "Work entrusted: delivery of goods"}},
		},
		asks: analyzer.Text{Ko: "위탁하는 업무가 있습니까?", En: "is any work entrusted?"},
	}, func(_ *analyzer.Pass, g facts.Gap) (analyzer.Severity, bool) {
		switch {
		case g.Whole && g.List.Clear && !hasNotes(g.Rows):
			return analyzer.Error, false
		case g.Whole && (!g.List.Bare || g.List.Form == facts.TableList):
			return analyzer.Info, false
		case g.List != nil, g.Claim != facts.NoClaim:
			return analyzer.Warning, false
		case g.Headed:
			return analyzer.Info, true
		}
		return 0, false
	}),
}

// hasNotes reports whether a bracket stands behind a name: it may say what the work is.
func hasNotes(rows []facts.Recipient) bool {
	return slices.ContainsFunc(rows, func(one facts.Recipient) bool { return one.Note != "" })
}
