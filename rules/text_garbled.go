package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// TextGarbled reports characters that were lost: U+FFFD, text that was decoded in one encoding and
// stored in another, question marks where letters or a middle dot stood. It also reports a part of a
// page that is stored in another encoding than the rest: pipalint reads it, browsers do not.
//
// A name, a number or an address may be among what was lost. Each place is reported once; where a
// page lost many characters in the same way, the first is reported with their number.
//
// # 한국어
//
// 깨진 글자를 찾습니다: U+FFFD, 다른 인코딩으로 잘못 저장된 글자, 글자나 가운뎃점 자리에 남은 물음표. 한 파일 안에
// 인코딩이 다른 부분이 섞여 있어도 알립니다. pipalint는 그 부분을 읽지만, 브라우저에서는 깨져 보입니다.
//
// 깨진 글자에는 이름, 번호, 주소가 들어 있을 수 있습니다. 같은 방식으로 여러 곳이 깨졌으면 첫 번째 위치와 개수를 알립니다.
var TextGarbled = &analyzer.Rule{
	Name:     "text-garbled",
	Doc:      analyzer.Text{Ko: "깨진 글자를 찾습니다", En: "finds characters that were lost"},
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		count := make(map[facts.LossKind]int)
		for _, l := range facts.Garbled.Of(p) {
			count[l.Kind]++
		}
		for _, l := range facts.Garbled.Of(p) {
			n := count[l.Kind]
			if n == 0 {
				continue // reported with the first of its kind
			}
			delete(count, l.Kind)
			d := analyzer.Diagnostic{Help: analyzer.Text{Ko: "원문을 확인하여 글자를 되살리고 파일을 UTF-8로 저장합니다", En: "restore the text from its source and save the file as UTF-8"}}
			at(p, &d, l.Page, l.Range)
			for _, other := range facts.Garbled.Of(p) {
				if other.Kind == l.Kind && other != l {
					d.Also = append(d.Also, p.Policy.Pages[other.Page].Place(other.Range))
				}
			}
			d.Message = garbledMessage(l.Kind, d.Quote, n)
			p.Report(d)
		}
	},
}

func garbledMessage(kind facts.LossKind, quote string, n int) analyzer.Text {
	m := analyzer.Text{Ko: "글자가 깨졌습니다: " + quote, En: "characters were lost: " + quote}
	if kind == facts.MixedEncoding {
		m = analyzer.Text{
			Ko: "파일의 다른 부분과 인코딩이 달라 브라우저에서 깨져 보입니다: " + quote,
			En: "stored in another encoding than the rest, so that browsers show it garbled: " + quote}
	}
	if n > 1 {
		m.Ko += fmt.Sprintf(" (같은 경우 모두 %d곳)", n)
		m.En += fmt.Sprintf(" (%d places of this kind in all)", n)
	}
	return m
}
