package scrape

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/policy"
)

func TestGrids(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"plain", "<table><tr><td>쿠키<td>365일<tr><td>로그<td>100일</table>", "| 쿠키 | 365일 \n| 로그 | 100일 \n"},
		{"rowspan", "<table><tr><th>구분<th>항목<tr><td rowspan=2>회원<td>성명<tr><td>주소</table>", "| *구분 | *항목 \n| 회원 | 성명 \n| 회원 | 주소 \n"},
		{"rowspan to the end", "<table><tr><th>가<th>나<tr><td rowspan=0>다<td>라<tr><td>마<tr><td>바</table>",
			"| *가 | *나 \n| 다 | 라 \n| 다 | 마 \n| 다 | 바 \n"},
		{"rowspan beyond the end", "<table><tr><th>가<th>나<tr><td rowspan=65534>다<td>라</table>", "| *가 | *나 \n| 다 | 라 \n"},
		{"colspan", "<table><tr><th colspan=2>가<th>나<tr><td>다<td>라<td>마</table>", "| *가 | *가 | *나 \n| 다 | 라 | 마 \n"},
		{"colspan beyond the end", "<table><tr><th>가<th>나<tr><td colspan=65534>다</table>", "| *가 | *나 \n| 다 | 다 \n"},
		{"no number", "<table><tr><th colspan=x>가<th rowspan=-1>나<tr><td>다<td>라</table>", "| *가 | *나 \n| 다 | 라 \n"},
		{"overlapping", "<table><tr><th>가<th rowspan=2>나<th>다<tr><td colspan=3>라</table>", "| *가 | *나 | *다 \n| 라 | 나 | 라 \n"},
		{"ragged", "<table><tr><th>가<th>나<th>다<tr><td>라<tr><td>마<td>바</table>", "| *가 | *나 | *다 \n| 라 | - | - \n| 마 | 바 | - \n"},
		{"head and foot", "<table><thead><tr><td>가<td>나</thead><tfoot><tr><td>다<td>라</tfoot><tbody><tr><td>마<td>바</table>",
			"| *가 | *나 \n| 다 | 라 \n| 마 | 바 \n"},
		{"blocks in a cell", "<table><tr><th>가<th>나<tr><td>다<br>라<td><ul><li>마<li>바</ul></table>", "| *가 | *나 \n| 다 / 라 | 마 / 바 \n"},
		{"too many positions", "<table><tr>" + strings.Repeat("<td colspan=1000>가", 600) + "<tr><td>나</table>", ""},
		{"nested data", "<table><tr><th>가<th>나<tr><td>다<td><table><tr><th>라<th>마<tr><td>바<td>사</table></table>",
			"| *가 | *나 \n| 다 | 라 / 마 / 바 / 사 \n\n| *라 | *마 \n| 바 | 사 \n"},
		{"within layout", "<table><tr><td>메뉴<td><h2>방침</h2><table><tr><th>가<th>나<tr><td>다<td>라</table></table>", "| *가 | *나 \n| 다 | 라 \n"},
		{"one column", "<table><tr><td>가<tr><td>나</table>", ""},
		{"one cell", "<table><tr><td>가</table>", ""},
		{"presentation", "<table role=presentation><tr><td>가<td>나<tr><td>다<td>라</table>", ""},
		{"columns of a page", "<table><tr><td>메뉴<td><h1>방침</h1><p>가<p>나<p>다</table>", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := grids(htmlPage(t, "<p>앞</p>"+tt.page).Tables); got != tt.want {
				t.Errorf("%s\ngot\n%s\nwant\n%s", tt.page, got, tt.want)
			}
		})
	}
}

// headings writes each cell that is no header, with its headers.
func headings(table *policy.Table) string {
	var out []string
	for c := range table.Cells {
		if c.Row < table.HeaderRows || c.Column < table.HeaderColumns {
			continue
		}
		var over []string
		for _, h := range c.Headers {
			over = append(over, h.Text)
		}
		out = append(out, c.Text+": "+strings.Join(over, ", "))
	}
	return strings.Join(out, "; ")
}

func TestTableHeaders(t *testing.T) {
	for _, tt := range []struct {
		name, table   string
		rows, columns int
		want          string
	}{
		{"row", "<tr><th>업체<th>업무<tr><td>늘봄물류<td>배송", 1, 0, "늘봄물류: 업체; 배송: 업무"},
		{"thead", "<thead><tr><td>업체<td>업무<tbody><tr><td>늘봄물류<td>배송", 1, 0, "늘봄물류: 업체; 배송: 업무"},
		{"column", "<tr><th>성명<td>김가온<tr><th>부서<td>정보보호팀", 0, 1, "김가온: 성명; 정보보호팀: 부서"},
		{"both", "<tr><th>구분<th>필수<th>선택<tr><th>회원<td>성명<td>생일<tr><th>주문<td>주소<td>메모", 1, 1,
			"성명: 필수, 회원; 생일: 선택, 회원; 주소: 필수, 주문; 메모: 선택, 주문"},
		{"two rows", "<tr><th rowspan=2>구분<th colspan=2>항목<tr><th>필수<th>선택<tr><td>회원<td>성명<td>생일", 2, 0,
			"회원: 구분; 성명: 항목, 필수; 생일: 항목, 선택"},
		{"two rows by form", "<tr><td rowspan=2>구분<td colspan=2>항목<tr><td>필수<td>선택<tr><td>회원 가입<td>성명, 연락처 010<td>생일 1자리 000", 2, 0,
			"회원 가입: 구분; 성명, 연락처 010: 항목, 필수; 생일 1자리 000: 항목, 선택"},
		{"bold row", "<tr><td><b>업체<td><b>업무</b><tr><td>늘봄물류<td>배송", 1, 0, "늘봄물류: 업체; 배송: 업무"},
		{"bold column", "<tr><td><b>성명</b><td>김가온<tr><td><b>부서</b><td>정보보호팀", 0, 1, "김가온: 성명; 정보보호팀: 부서"},
		{"labels", "<tr><td>수탁업체<td>위탁 업무<td>보유 기간<tr><td>늘봄물류<td>배송<td>계약 종료 시까지", 1, 0,
			"늘봄물류: 수탁업체; 배송: 위탁 업무; 계약 종료 시까지: 보유 기간"},
		{"pairs", "<tr><td>전화<td>02-0000-0000<tr><td>성명<td>김가온<tr><td>이메일<td>privacy@gaon.example<tr><td>주소<td>서울시 가온로 100<tr><td>누리집<td>www.gaon.example", 0, 1,
			"02-0000-0000: 전화; 김가온: 성명; privacy@gaon.example: 이메일; 서울시 가온로 100: 주소; www.gaon.example: 누리집"},
		{"merged over headers", "<tr><th>가<th>나<tr><td colspan=2>다", 1, 0, "다: 가, 나"},
		{"merged beside headers", "<tr><th>가<td rowspan=2>나<tr><th>다", 0, 1, "나: 가, 다"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := htmlPage(t, "<table>"+tt.table+"</table>")
			if len(doc.Tables) != 1 {
				t.Fatalf("%d tables", len(doc.Tables))
			}
			table := doc.Tables[0]
			got := fmt.Sprint(table.HeaderRows, table.HeaderColumns, " ", headings(table))
			if want := fmt.Sprint(tt.rows, tt.columns, " ", tt.want); got != want {
				t.Errorf("%s\ngot  %s\nwant %s", tt.table, got, want)
			}
		})
	}
}

// TestTablePlaces checks captions, places and what blocks and tables know of the cells around them.
func TestTablePlaces(t *testing.T) {
	const table = "<table><caption>수탁자 <b>목록</b></caption><tr><th>업체<th>업무<tr><td>늘봄<td></td><tr><td>가온<td><table><tr><th>가<th>나<tr><td>다<td>라</table></td></table>"
	doc := htmlPage(t, "<p>앞</p>"+table+"<p>뒤")
	outer, inner := doc.Tables[0], doc.Tables[1]
	source := func(s policy.Span) string { return doc.File.Text[s.Start:s.End] }
	empty, around := outer.Grid[1][1], outer.Grid[2][1]
	for _, tt := range []struct{ what, got, want string }{
		{"caption", outer.Caption, "수탁자 목록"},
		{"table", source(outer.Span), table[:strings.Index(table, "라<")+len("라")]},
		{"text of the table", doc.TextOf(outer.Range), "업체\n업무\n늘봄\n가온\n가\n나\n다\n라"},
		{"cell", source(outer.Grid[1][0].Span), "<td>늘봄"},
		{"empty cell", source(empty.Span), "<td>"},
		{"text of an empty cell", empty.Text, ""},
		{"cell around a table", around.Text, "가\n나\n다\n라"},
		{"inner table", doc.TextOf(inner.Range), "가\n나\n다\n라"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.what, tt.got, tt.want)
		}
	}
	if outer.Parent != nil || inner.Parent != around {
		t.Error("the inner table does not know the cell around it")
	}
	for _, b := range doc.Blocks {
		if inside := b.Cell != nil; inside != (b.Text != "앞" && b.Text != "뒤" && b.Kind != policy.Caption) {
			t.Errorf("%q stands in a cell: %v", b.Text, inside)
		}
		if b.Cell != nil && !b.Cell.Range.Contains(b.Range) {
			t.Errorf("%q at %v stands in the cell at %v", b.Text, b.Range, b.Cell.Range)
		}
	}
}
