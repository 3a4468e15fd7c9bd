package scrape

import "testing"

func TestTextTables(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"with bars around",
			lines("| 수탁자 | 업무 |", "|---|:--:|", "| ㈜가나 | 배송 |", "| ㈜다라 | |"),
			lines("| *수탁자 | *업무 ", "| ㈜가나 | 배송 ", "| ㈜다라 |  ")},
		{"with a bar after each cell, no separator",
			lines("근거 | 정보 | 기간 |", "전자상거래법 | 계약 기록 | 5년 |", "통신비밀보호법 | 접속 기록 | 3개월 |"),
			lines("| *근거 | *정보 | *기간 ", "| 전자상거래법 | 계약 기록 | 5년 ", "| 통신비밀보호법 | 접속 기록 | 3개월 ")},
		{"with bars between",
			lines("구분 | 항목", "--- | ---", "필수 | 성명", "선택 | 주소", "끝."),
			lines("| *구분 | *항목 ", "| 필수 | 성명 ", "| 선택 | 주소 ")},
		{"two header rows",
			lines("| 구분 | 내용 | |", "| | 항목 | 기간 |", "|---|---|---|", "| 회원 | 성명 | 1년 |"),
			lines("| *구분 | *내용 | * ", "| * | *항목 | *기간 ", "| 회원 | 성명 | 1년 ")},
		{"rows with fewer and more cells than the headers",
			lines("단계 | 서비스 | 항목 | |", "가입 | 회원 가입 | 필수 | 이메일 |", "간편 로그인 | 필수 | | |", "구글 로그인 | 필수 | ||", "라인 로그인 | 필수 |"),
			lines("| *단계 | *서비스 | *항목 | * ", "| 가입 | 회원 가입 | 필수 | 이메일 ", "| 간편 로그인 | 필수 |  |  ",
				"| 구글 로그인 | 필수 |  |  ", "| 라인 로그인 | 필수 | - | - ")},
		{"each cell on its own line",
			lines("서비스 | 제공받는 자 | 항목 |", "---|---|---|", "주문", "|", "㈜가나", "|", "- 성명", "- 주소 |", "선물", "|", "연락처", "|", "|", "끝입니다."),
			lines("| *서비스 | *제공받는 자 | *항목 ", "| 주문 | ㈜가나 | - 성명 / - 주소 ", "| 선물 | 연락처 |  ")},
		{"a row that ends with two bars on one line",
			lines("가 | 나 | 다 | 라 |", "---|---|---|---|", "목적", "|", "- 하나", "- 둘 |", "||", "㈜다라", "|", "배송", "|", "이름", "|", "1년", "|"),
			lines("| *가 | *나 | *다 | *라 ", "| 목적 | - 하나 / - 둘 |  |  ", "| ㈜다라 | 배송 | 이름 | 1년 ")},
		{"two cells of a row on a line each",
			lines("보호책임자 | 담당자 |", "---|---|", "- 이름: 홍길동 |", "- 이름: 김철수 |", "1. 내부관리계획의 수립"),
			lines("| *보호책임자 | *담당자 ", "| - 이름: 홍길동 | - 이름: 김철수 ")},
		{"a cell that goes on",
			lines("| 구분 | 항목 |", "|---|---|", "| 필수 | 성명,", "이메일 |", "| 선택 | 주소 |"),
			lines("| *구분 | *항목 ", "| 필수 | 성명, / 이메일 ", "| 선택 | 주소 ")},
		{"tables directly below one another",
			lines("구분 | 항목 |", "---|---|", "필수 | 성명 |", "수탁자 | 업무 |", "---|---|", "㈜가나 | 배송 |"),
			lines("| *구분 | *항목 ", "| 필수 | 성명 ", "", "| *수탁자 | *업무 ", "| ㈜가나 | 배송 ")},
		{"the same headers again",
			lines("구분 | 항목 |", "필수 | 성명 |", "구분 | 항목 |", "선택 | 주소 |"),
			lines("| *구분 | *항목 ", "| 필수 | 성명 ", "", "| *구분 | *항목 ", "| 선택 | 주소 ")},
		{"a title over all columns",
			lines("보호책임자 및 담당부서 | |", "책임자 | 홍길동 |", "전화 | 02-0000-0000 |"),
			lines("| 보호책임자 및 담당부서 | 보호책임자 및 담당부서 ", "| 책임자 | 홍길동 ", "| 전화 | 02-0000-0000 ")},
		{"drawn with rules between the rows",
			lines("+------+------+", "| 구분 | 항목 |", "+======+======+", "| 필수 | 성명 |", "+------+------+", "| 선택 | 주소 |", "+------+------+"),
			lines("| *구분 | *항목 ", "| 필수 | 성명 ", "| 선택 | 주소 ")},
		{"drawn with rules between rows of several lines",
			lines("+----------+------------+", "| 수탁자   | 위탁       |", "|          | 업무       |", "+----------+------------+", "| ㈜가나   | 상품 배송, |", "| 물류     | 회수       |",
				"+----------+------------+", "| 다라     | 상담       |", "| 바마     |            |", "+----------+------------+"),
			lines("| *수탁자 | *위탁 / 업무 ", "| ㈜가나 물류 | 상품 배송, 회수 ", "| 다라 바마 | 상담 ")},
		{"drawn with a rule below the titles, a cell that goes on",
			lines("+--------+--------------+", "| 수탁자 | 업무         |", "+--------+--------------+", "| 가나   | 배송         |", "| 다라   | 상담 및 불만 |", "|        | 처리         |", "|        | 회수         |", "+--------+--------------+"),
			lines("| *수탁자 | *업무 ", "| 가나 | 배송 ", "| 다라 | 상담 및 불만 처리 ", "|  | 회수 ")},
		{"drawn with box characters",
			lines("┌────┬────┐", "│ 구분 │ 항목 │", "├────┼────┤", "│ 필수 │ 성명 │", "└────┴────┘"),
			lines("| *구분 | *항목 ", "| 필수 | 성명 ")},
		{"a bar that is escaped",
			lines(`| 표기 | 뜻 |`, `|---|---|`, `| a\|b | 또는 |`),
			lines("| *표기 | *뜻 ", `| a\|b | 또는 `)},
		{"cells between tabs",
			lines("수탁업체명\t위탁업무", "㈜가나\t고객센터 운영", "㈜다라\t데이터 분석", "", "다음"),
			lines("| *수탁업체명 | *위탁업무 ", "| ㈜가나 | 고객센터 운영 ", "| ㈜다라 | 데이터 분석 ")},
		{"merged cells between tabs",
			lines("구분\t항목\t기간", "회원\t성명\t1년", "\t주소\t2년"),
			lines("| *구분 | *항목 | *기간 ", "| 회원 | 성명 | 1년 ", "|  | 주소 | 2년 ")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := textPage(tt.in)
			if got := grids(d.Tables); got != tt.want {
				t.Errorf("got\n%swant\n%s\nblocks\n%s", got, tt.want, form(d.Blocks))
			}
			checkPieces(t, d)
		})
	}
}

func TestTextTableIsFollowedByText(t *testing.T) {
	d := textPage(lines("구분 | 항목 |", "---|---|", "필수 | 성명 |", "제2조(기간)", "① 회사는 보관합니다.", "근거 | 기간 |", "---|---|", "상법 | 10년 |"))
	var outside string
	for _, b := range d.Blocks {
		if b.Cell == nil {
			outside += b.Text + "\n"
		}
	}
	if want := lines("제2조(기간)", "① 회사는 보관합니다."); outside != want {
		t.Errorf("outside the tables stands\n%swant\n%s", outside, want)
	}
	if len(d.Tables) != 2 {
		t.Errorf("%d tables, want 2", len(d.Tables))
	}
}

func TestTextCellPlaces(t *testing.T) {
	src := lines("| 구분 | 항목 |", "|---|---|", "| 필수 | |")
	d := textPage(src)
	if len(d.Tables) != 1 {
		t.Fatalf("%d tables, want 1", len(d.Tables))
	}
	c := d.Tables[0].Grid[1]
	if got := src[c[0].Span.Start:c[0].Span.End]; got != " 필수 " {
		t.Errorf("the cell stands at %q", got)
	}
	if got := d.File.Position(c[1].Span.Start); got.Line != 3 || got.Column != 7 {
		t.Errorf("the empty cell stands at %v, want line 3, column 7", got)
	}
}
