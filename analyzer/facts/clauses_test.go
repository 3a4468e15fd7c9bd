package facts_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// TestClausesHaveWording asks for the words without which a clause is never found.
func TestClausesHaveWording(t *testing.T) {
	for _, c := range facts.AllClauses {
		for _, key := range []string{".heading", ".content"} {
			if phrases.Default().Lookup(string(c)+key) == 0 {
				t.Errorf("there is no phrase %s%s", c, key)
			}
		}
	}
}

// row is a table of two columns.
func row(first, second, a, b string) string {
	return "<table><thead><tr><th>" + first + "<th>" + second + "<tbody><tr><td>" + a + "<td>" + b + "</table>"
}

// said are ways to speak of each of the ten clauses, and what a reader makes of them: present,
// denied, empty (a heading with nothing under it), mention (its words without its content), absent.
var said = map[facts.Clause][][2]string{
	facts.Purpose: {
		{"present", "<h2>개인정보의 처리 목적</h2><p>회원 식별과 상품 배송</p>"},
		{"present", lines("제1조(수집·이용 목적) 회원 식별과 상품 배송")},
		{"present", lines("수집 목적: 회원 식별")},
		{"present", row("이용 목적", "비고", "상품 배송", "필수")},
		{"present", "<table><tr><th>목적<td>상품 배송<tr><th>근거<td>계약</table>"},
		{"present", lines("회사는 다음의 목적을 위하여 개인정보를 처리합니다.")},
		{"present", "<h2>Purposes of processing</h2><p>To deliver orders.</p>"},
		{"present", "<h2>利用目的</h2><p>商品の配送</p>"},
		{"empty", "<h2>개인정보의 처리 목적</h2><h2>부칙</h2><p>고맙습니다.</p>"},
		{"absent", lines("회사는 개인정보를 소중히 여깁니다.")},
		{"absent", lines("쿠키의 사용 목적")},
		{"present", "<h3>수집한 정보는 이렇게 씁니다.</h3><p>상품을 보내 드립니다.</p>"},
		{"present", "<h2>받은 정보로 무엇을 하나요?</h2><p>주문을 확인합니다.</p>"},
		{"present", "<h2>처리 사유</h2><p>예약 확인</p>"},
		{"present", lines("[이용목적] 상품 배송")},
		{"present", lines("귀하의 정보는 주문을 처리하는 데 이용됩니다.")},
		{"present", "<h2>What we use your data for</h2><p>Delivery</p>"},
		{"mention", lines("수집한 정보는 다른 용도로 사용하지 않습니다.")},
		{"absent", "<h2>쿠키를 쓰는 이유</h2><p>로그인을 유지합니다.</p>"},
		{"absent", lines("제1조(목적) 이 방침은 이용자의 권익 보호를 꾀한다.")},
		{"present", lines("▷ 목적 - 상품 배송")},
		{"present", "<h2>정보를 요청하는 까닭</h2><p>주문 확인</p>"},
		{"present", "<h2>개인정보의 쓰임</h2><p>주문 확인</p>"},
		{"present", "<h2>어떤 일에 쓰이나요</h2><p>주문 확인</p>"},
		{"present", "<h2>어떤 목적으로 처리하나요?</h2><p>주문 확인</p>"},
		{"present", "<h2>무슨 용도로 쓰나요?</h2><p>주문 확인</p>"},
		{"present", "<h2>저희는 이런 데 씁니다</h2><p>주문 확인</p>"},
		{"present", "<h2>데이터를 사용하는 이유</h2><p>주문 확인</p>"},
		{"present", lines("수집된 정보는 배송과 환불에 사용됩니다.")},
		{"present", lines("연락처는 상담 일정을 잡기 위해 사용합니다.")},
		{"present", lines("여러분의 정보는 서비스 운영에만 활용합니다.")},
		{"present", "<h2>Why do we need your data?</h2><p>To deliver.</p>"},
		{"present", "<h2>Our reasons for using your data</h2><p>To deliver.</p>"},
		{"present", lines("We only use your email to send receipts.")},
		{"present", "<h2>使う目的</h2><p>配送</p>"},
		{"present", "<h2>何のために使うか</h2><p>配送</p>"},
		{"absent", "<h2>영상정보처리기기 설치 목적</h2><p>범죄 예방</p>"},
		{"absent", "<h2>가명정보의 처리 목적</h2><p>통계</p>"},
		{"present", lines("이용: 상담 일정 조율")},
	},
	facts.Items: {
		{"present", "<h2>처리하는 개인정보의 항목</h2><p>성명, 주소</p>"},
		{"present", lines("가. 수집 항목", "성명, 주소")},
		{"present", row("구분", "필수 항목", "회원 가입", "성명, 아이디")},
		{"present", lines("회사는 다음의 개인정보 항목을 처리하고 있습니다.")},
		{"present", lines("수집 항목 : 성명, 전화번호")},
		{"present", lines("회사는 성명, 이메일, 전화번호를 수집합니다.")},
		{"present", "<h2>Items of personal information we collect</h2><p>Name, e-mail</p>"},
		{"present", "<h2>収集する個人情報の項目</h2><p>氏名</p>"},
		{"denied", lines("회사는 어떠한 개인정보도 수집하지 않습니다.")},
		{"empty", "<h2>처리하는 개인정보의 항목</h2><h2>부칙</h2><p>고맙습니다.</p>"},
		{"absent", lines("회사는 개인정보를 소중히 여깁니다.")},
		{"present", lines("제2조(항목) 동·호수, 성명")},
		{"present", lines("[수집항목] 성명, 전화번호")},
		{"present", "<h2>저희 앱이 다루는 정보</h2><p>물을 마신 양</p>"},
		{"present", row("파일명", "주요 항목", "회원 명부", "성명")},
		{"present", "<h2>Personal Information Being Processed</h2><p>Name</p>"},
		{"present", "<h2>お預かりする情報</h2><p>氏名</p>"},
		{"denied", lines("이 앱은 개인정보를 전혀 수집하지 않습니다.")},
		{"absent", lines("개인정보 수집에 동의하지 않으면 가입할 수 없습니다.")},
		{"absent", lines("회사는 다음의 목적을 위하여 개인정보를 처리합니다.")},
		{"present", lines("[필수] 성명, 연락처")},
		{"present", "<h2>이용자가 입력하는 정보</h2><p>성명</p>"},
		{"present", "<h2>여쭤보는 정보</h2><p>이름</p>"},
		{"present", "<h2>처리 대상 개인정보</h2><p>이름</p>"},
		{"present", "<h2>개인정보의 범위</h2><p>이름</p>"},
		{"present", "<h2>수집 범위</h2><p>이름</p>"},
		{"present", "<h2>어떤 개인정보를 처리하나요</h2><p>이름</p>"},
		{"present", "<h2>수집내용</h2><p>이름</p>"},
		{"present", "<h2>필요로 하는 정보</h2><p>이름</p>"},
		{"present", "<h2>개인정보 수집에 관한 사항</h2><p>이름</p>"},
		{"present", "<h2>요청하는 정보</h2><p>이름</p>"},
		{"present", "<h2>적어 주시는 내용</h2><p>이름</p>"},
		{"present", lines("앱은 닉네임과 이메일 주소를 저장합니다.")},
		{"present", lines("신청할 때 성명, 생년월일, 주소를 입력합니다.")},
		{"present", lines("예약 시 성함과 휴대폰 번호를 받고 있습니다.")},
		{"present", "<h2>What do we collect?</h2><p>Name</p>"},
		{"present", "<h2>Information Collection</h2><p>Name</p>"},
		{"present", "<h2>The information we need</h2><p>Name</p>"},
		{"present", "<h2>Collected personal information</h2><p>Name</p>"},
		{"present", lines("We ask for your name, phone number and address.")},
		{"present", lines("We store your email address.")},
		{"present", "<h2>集める情報</h2><p>氏名</p>"},
		{"present", "<h2>お客様からいただく情報</h2><p>氏名</p>"},
		{"absent", "<h2>만 14세 미만 아동의 개인정보 수집</h2><p>동의를 받습니다</p>"},
		{"absent", "<h2>민감정보의 수집</h2><p>하지 않습니다</p>"},
		{"absent", lines("열람을 청구하실 때에는 이름, 연락처를 적은 신청서를 제출받습니다.")},
		{"absent", "<h2>수집하는 개인정보의 보유 및 이용기간</h2><p>1년</p>"},
		{"absent", lines("다음의 목적을 위해 개인정보를 처리합니다.")},
		{"absent", "<h2>고충사항을 처리하는 부서에 관한 사항</h2><p>총무과</p>"},
		{"absent", lines("We do not knowingly collect data from children under 13.")},
	},
	facts.Retention: {
		{"present", "<h2>처리 및 보유 기간</h2><p>1년</p>"},
		{"present", lines("제3조(개인정보의 처리 및 보유기간) 회원 탈퇴 시까지")},
		{"present", lines("보유·이용 기간: 회원 탈퇴 시까지")},
		{"present", row("기록", "보존 기간", "계약에 관한 기록", "5년")},
		{"present", lines("회원 정보는 회원 탈퇴 시까지 보유합니다.")},
		{"present", lines("접속 기록은 3개월간 보관합니다.")},
		{"present", "<h2>Retention</h2><p>Three years.</p>"},
		{"present", "<h2>保有期間</h2><p>退会時まで</p>"},
		{"denied", lines("회사는 개인정보를 보관하지 않습니다.")},
		{"empty", "<h2>개인정보의 보유 기간</h2><h2>부칙</h2><p>고맙습니다.</p>"},
		{"absent", lines("회사는 개인정보를 소중히 여깁니다.")},
		{"present", "<h2>보관 기한</h2><p>채용 뒤 180일</p>"},
		{"present", lines("3. 보존: 상담이 끝난 날부터 3년")},
		{"present", lines("후원이 끝나고 10년이 지나면 파기합니다.")},
		{"present", "<h2>언제 지우나요?</h2><p>1년 뒤</p>"},
		{"present", "<h2>How long we hold on to it</h2><p>Two years</p>"},
		{"denied", lines("서버가 없으므로 어떤 정보도 보관하지 않습니다.")},
		{"absent", lines("파기 사유가 생긴 날부터 5일 이내에 파기합니다.")},
		{"absent", row("항목", "보관 장소", "성명", "서버")},
		{"absent", lines("14세 미만임을 알게 되면 바로 삭제합니다.")},
		{"present", lines("계약 종료일로부터 5년")},
		{"present", lines("회원 자격을 잃을 때까지 보관합니다.")},
		{"present", "<h2>보유</h2><p>1년</p>"},
		{"present", lines("이용계약이 끝나면 지체 없이 삭제합니다.")},
		{"present", lines("상담이 끝난 뒤 1년이 지나면 폐기합니다.")},
		{"present", lines("목적을 이룬 뒤에는 바로 지웁니다.")},
		{"present", "<h2>Period of use</h2><p>1 year</p>"},
		{"present", "<h2>Keeping your data</h2><p>1 year</p>"},
		{"present", lines("Your data is removed 30 days after you delete your account.")},
		{"present", lines("1年間保存した後に削除します。")},
		{"absent", "<h2>쿠키의 보관 기간</h2><p>30일</p>"},
		{"absent", lines("정정을 요구하신 경우에는 정정을 완료할 때까지 개인정보를 이용하거나 제공하지 않습니다.")},
		{"mention", lines("보유기간의 종료일로부터 5일 이내에 파기합니다.")},
		{"absent", lines("접속기록을 1년 이상 보관하고 위변조를 방지합니다.")},
	},
	facts.Destruction: {
		{"present", "<h2>파기 절차 및 방법</h2><p>담당자가 확인하여 처리합니다.</p>"},
		{"present", lines("종이 문서는 분쇄기로 분쇄하여 파기합니다.")},
		{"present", lines("전자 파일은 복구할 수 없는 방법으로 삭제합니다.")},
		{"present", "<h2>개인정보의 파기</h2><p>종이는 소각하고 파일은 되살릴 수 없게 지웁니다.</p>"},
		{"present", lines("파기 방법 : 문서는 세단, 파일은 영구 삭제")},
		{"present", "<h2>Procedure and method of destruction</h2><p>Paper is shredded.</p>"},
		{"present", "<h2>破棄の手順と方法</h2><p>紙はシュレッダーにかけます。</p>"},
		{"mention", "<h2>개인정보의 파기</h2><p>목적이 달성되면 지체 없이 파기합니다.</p>"},
		{"mention", lines("목적이 달성되면 지체 없이 파기합니다.")},
		{"empty", "<h2>개인정보의 파기 절차 및 방법</h2><h2>부칙</h2><p>고맙습니다.</p>"},
		{"absent", lines("회사는 개인정보를 소중히 여깁니다.")},
		{"present", "<h2>지우는 법</h2><p>서버에서 빼냅니다.</p>"},
		{"present", lines("앱을 지우면 기록도 함께 사라집니다.")},
		{"present", lines("하드디스크는 완전 포맷합니다.")},
		{"present", lines("지운 정보는 복구되지 않습니다.")},
		{"present", "<h2>How we delete data</h2><p>For good.</p>"},
		{"absent", lines("본인 확인을 거쳐 정보를 정정합니다.")},
		{"present", lines("파일은 다시 살릴 수 없도록 삭제합니다.")},
		{"present", lines("저장장치를 초기화하여 파기합니다.")},
		{"present", lines("하드디스크는 물리적으로 파괴합니다.")},
		{"present", lines("종이 서류는 태워 없앱니다.")},
		{"present", lines("매년 12월 파기 대상을 골라 위원회 심의 후 파기합니다.")},
		{"present", lines("개인정보는 암호키를 폐기하는 방식으로 파기합니다.")},
		{"present", lines("개인정보 파일은 보호책임자의 확인을 받아 파기합니다.")},
		{"present", "<h2>削除の方法</h2><p>紙</p>"},
		{"present", lines("データは復元できないように消去します。")},
		{"absent", lines("게시물을 삭제하면 복구할 수 없습니다.")},
		{"absent", "<h2>쿠키 삭제 방법</h2><p>도구 메뉴</p>"},
	},
	facts.Rights: {
		{"present", "<h2>정보주체의 권리·의무 및 행사 방법</h2><p>서면으로 신청하십시오.</p>"},
		{"present", lines("제6조 (이용자와 법정대리인의 권리) 언제든지 서면으로 신청하실 수 있습니다.")},
		{"present", lines("이용자는 언제든지 개인정보의 열람, 정정, 삭제를 요구할 수 있습니다.")},
		{"present", lines("회원은 설정 화면에서 개인정보를 조회하거나 수정할 수 있습니다.")},
		{"present", lines("언제든지 동의를 철회하실 수 있습니다.")},
		{"present", "<h2>Your rights</h2><p>Write to us.</p>"},
		{"present", "<h2>利用者の権利</h2><p>書面でお申し出ください。</p>"},
		{"empty", "<h2>정보주체의 권리와 행사 방법</h2><h2>부칙</h2><p>고맙습니다.</p>"},
		{"absent", lines("회사는 개인정보를 소중히 여깁니다.")},
		{"present", lines("언제든 보고, 고치고, 지울 수 있어요.")},
		{"present", "<h2>이용자의 선택권</h2><p>수집을 멈출 수 있습니다.</p>"},
		{"present", lines("회원은 설정 화면에서 이름을 변경하거나 계정을 삭제할 수 있습니다.")},
		{"present", lines("You may see, change or erase your data.")},
		{"present", "<h2>開示・訂正のご請求</h2><p>窓口へ</p>"},
		{"absent", lines("회사는 게시물을 수정하거나 삭제할 수 있습니다.")},
		{"absent", lines("개인정보를 열람할 수 있는 직원을 제한합니다.")},
		{"absent", lines("쿠키는 브라우저에서 지울 수 있습니다.")},
		{"present", "<h2>정보 수정과 탈퇴</h2><p>가나</p>"},
		{"present", "<h2>고객님이 하실 수 있는 일</h2><p>가나</p>"},
		{"present", lines("이메일로 요청하시면 개인정보를 삭제해 드립니다.")},
		{"present", lines("언제든지 탈퇴를 통해 수집 동의를 거둘 수 있습니다.")},
		{"present", lines("개인정보 처리를 멈추라고 요구하실 수 있습니다.")},
		{"present", "<h2>Managing your information</h2><p>You may.</p>"},
		{"present", lines("You may update or delete your account in Settings.")},
		{"absent", lines("직원의 열람 권한을 변경·삭제하는 절차를 둡니다.")},
		{"absent", "<h2>회사의 권리</h2><p>가나</p>"},
		{"absent", lines("예약은 앱에서 확인하고 변경할 수 있습니다.")},
		{"mention", lines("제35조(개인정보의 열람), 제36조(개인정보의 정정·삭제)에 따른 요구에 대한 처분으로 권익을 침해받은 자는 행정심판을 청구할 수 있습니다.")},
		{"absent", lines("담당자의 준수 여부를 확인하여 문제가 발견될 경우 즉시 수정하고 바로잡을 수 있도록 노력합니다.")},
		{"absent", lines("동의 철회 시까지 보유할 수 있습니다.")},
	},
	facts.Officer: {
		{"present", "<h2>개인정보 보호책임자</h2><p>성명: 한모란</p>"},
		{"present", lines("개인정보 보호책임자: 한모란 (02-0000-0000)")},
		{"present", lines("개인정보 관리책임자의 성명은 한모란, 전화는 02-0000-0000입니다.")},
		{"present", lines("회사는 개인정보 보호책임자를 아래와 같이 지정하고 있습니다.")},
		{"present", lines("개인정보 보호 담당부서: 고객팀")},
		{"present", row("보호책임자", "담당자", "한모란", "한모람")},
		{"present", "<h2>Data Protection Officer</h2><p>Moran Han</p>"},
		{"present", "<h2>個人情報保護責任者</h2><p>韓</p>"},
		{"mention", lines("접속 권한은 개인정보 보호책임자만 가집니다.")},
		{"empty", "<h2>개인정보 보호책임자</h2><h2>부칙</h2><p>고맙습니다.</p>"},
		{"absent", lines("회사는 개인정보를 소중히 여깁니다.")},
		{"present", lines("개인정보 보호책임자 사무국장 한모란")},
		{"present", lines("개인정보 담당: 실장 한모란")},
		{"present", lines("[책임자] 점장 한모란")},
		{"present", "<h2>개인정보를 책임지는 사람</h2><p>한모란</p>"},
		{"present", lines("개인정보 보호책임자 한모란 moran@example.com")},
		{"present", "<h2>Privacy manager</h2><p>Moran Han</p>"},
		{"mention", lines("파기는 개인정보 보호책임자의 승인을 받습니다.")},
		{"absent", lines("이용자의 부주의로 생긴 개인정보 유출의 책임은 이용자에게 있습니다.")},
		{"present", lines("책임자 - 한모란 팀장")},
		{"present", "<h2>개인정보 문의</h2><p>privacy@example.com</p>"},
		{"present", "<h2>개인정보 관련 문의처</h2><p>02-000-0000</p>"},
		{"present", lines("개인정보에 관한 문의는 privacy@example.com으로 하십시오.")},
		{"present", lines("책임자 김가나(02-000-0000)")},
		{"present", lines("개인정보 보호 담당자는 김가나 대리입니다.")},
		{"present", lines("개인정보 보호 업무는 총무과에서 맡고 있습니다.")},
		{"present", lines("개인정보 관련 문의: privacy@example.com")},
		{"present", "<h2>Who is responsible</h2><p>Kim</p>"},
		{"present", lines("個人情報に関するお問い合わせ:privacy@example.com")},
		{"mention", lines("관리책임자에게 서면, 전화 또는 이메일로 연락하시면 조치합니다.")},
	},
	facts.Safety: {
		{"present", "<h2>개인정보의 안전성 확보 조치</h2><p>암호화, 접근 통제</p>"},
		{"present", lines("제8조(안전성 확보조치) 회사는 내부 관리계획을 세웁니다.")},
		{"present", lines("비밀번호는 암호화되어 저장됩니다.")},
		{"present", lines("백신 프로그램을 설치하여 점검합니다.")},
		{"present", lines("회사는 해킹에 대비하여 방화벽을 운영합니다.")},
		{"present", "<h2>기술적·관리적 보호 대책</h2><p>교육을 합니다.</p>"},
		{"present", lines("We use encryption and a firewall.")},
		{"present", "<h2>安全性確保措置</h2><p>暗号化</p>"},
		{"empty", "<h2>개인정보의 안전성 확보 조치</h2><h2>부칙</h2><p>고맙습니다.</p>"},
		{"absent", lines("회사는 개인정보를 소중히 여깁니다.")},
		{"present", "<h2>정보를 지키는 노력</h2><p>담당자 두 명이 맡습니다.</p>"},
		{"present", lines("서류는 잠금장치가 있는 보관함에 둡니다.")},
		{"present", lines("해마다 모의해킹을 합니다.")},
		{"present", lines("담당자만 접근할 수 있게 하였습니다.")},
		{"present", "<h2>How we keep it secure</h2><p>Two people look after it.</p>"},
		{"absent", lines("접속 기록은 3개월 보관합니다.")},
		{"absent", lines("방범을 위해 경비업체가 순찰합니다.")},
		{"absent", lines("출입 통제를 위해 사진을 받습니다.")},
		{"present", lines("방화벽과 백신을 사용합니다.")},
		{"present", lines("개인정보에 접근할 수 있는 직원을 두 명으로 제한합니다.")},
		{"present", lines("컴퓨터에는 비밀번호가 걸려 있습니다.")},
		{"present", lines("모든 통신은 HTTPS를 씁니다.")},
		{"present", lines("2단계 인증을 적용합니다.")},
		{"present", lines("캐비닛은 시건장치로 잠가 둡니다.")},
		{"present", lines("개인정보 취급자를 최소한으로 지정합니다.")},
		{"present", lines("Only authorized staff can access the data.")},
		{"present", lines("We use industry-standard security measures.")},
		{"present", "<h2>セキュリティ</h2><p>鍵</p>"},
		{"present", "<h2>情報を守る取り組み</h2><p>鍵</p>"},
		{"mention", lines("가명정보는 암호화 여부를 고려합니다.")},
		{"mention", lines("추가적인 이용은 가명처리 또는 암호화 등 안전성 확보에 필요한 조치를 하였는지를 고려합니다.")},
	},
	facts.ThirdParty: {
		{"present", "<h2>개인정보의 제3자 제공</h2><p>가온물류에 주소를 줍니다.</p>"},
		{"present", row("제공받는 자", "제공 목적", "가온물류", "상품 발송")},
		{"present", lines("회사는 다음과 같이 개인정보를 제3자에게 제공하고 있습니다.")},
		{"present", lines("제공받는 자 : 가온물류")},
		{"present", "<h2>제3자 제공</h2><p>제3자에게 제공하지 않습니다. 다만 다음은 예외입니다.</p>" + row("제공받는 자", "제공 목적", "가온물류", "상품 발송")},
		{"present", "<h2>第三者提供</h2><p>ガオン物流に住所を渡します。</p>"},
		{"denied", lines("회사는 개인정보를 제3자에게 제공하지 않습니다.")},
		{"denied", "<h2>제3자 제공</h2><p>회사는 이용자의 동의 없이 개인정보를 외부에 제공하지 않습니다.</p>"},
		{"denied", "<h2>개인정보의 제3자 제공</h2><p>제공하지 않아요.</p>"},
		{"denied", lines("We do not share your data with third parties.")},
		{"denied", lines("個人情報を第三者に提供いたしません。")},
		{"empty", "<h2>제3자 제공</h2><h2>부칙</h2><p>고맙습니다.</p>"},
		{"absent", lines("회사는 개인정보를 소중히 여깁니다.")},
		{"present", "<h2>다른 회사에 전달하나요?</h2><p>가온물류에 주소를 드립니다.</p>"},
		{"present", lines("국세청에 기부금 내역을 제출합니다.")},
		{"present", "<h2>Who gets to see it</h2><p>Gaon Pay</p>"},
		{"denied", "<h2>제3자 제공</h2><p>해당 사항 없음</p>"},
		{"denied", lines("아무에게도 주거나 팔지 않습니다.")},
		{"denied", lines("수집한 정보는 누구와도 공유하지 않습니다.")},
		{"denied", "<h2>第三者への提供</h2><p>開示することはございません。</p>"},
		{"absent", lines("고객에게 더 나은 서비스를 제공합니다.")},
		{"absent", lines("이용자가 제공하는 정보는 선택 사항입니다.")},
		{"denied", lines("다른 기관에 제공하지 아니합니다.")},
		{"present", "<h2>제공받는 곳</h2><p>보험사</p>"},
		{"present", "<h2>정보를 나누는 곳</h2><p>보험사</p>"},
		{"denied", lines("다른 기관에 알려 주지 않습니다.")},
		{"present", "<h2>第三者への開示</h2><p>保険会社</p>"},
	},
	facts.Entrustment: {
		{"present", "<h2>개인정보 처리업무의 위탁</h2><p>가온물류: 배송</p>"},
		{"present", row("수탁자", "위탁 업무", "가온물류", "배송")},
		{"present", lines("회사는 배송을 가온물류에 위탁하고 있습니다.")},
		{"present", lines("수탁업체 : 가온물류")},
		{"present", "<h2>Entrustment of processing</h2><p>Gaon Logistics: delivery</p>"},
		{"present", "<h2>業務の委託</h2><p>ガオン物流：配送</p>"},
		{"denied", lines("회사는 개인정보 처리를 위탁하지 않습니다.")},
		{"denied", "<h2>개인정보 처리의 위탁</h2><p>위탁하는 업무가 없습니다.</p>"},
		{"denied", "<h2>업무의 위탁</h2><p>회사는 개인정보 처리업무를 외부에 위탁하고 있지 않습니다.</p>"},
		{"denied", lines("We do not entrust processing to others.")},
		{"mention", lines("처리위탁 관련 문의는 고객센터로 주십시오.")},
		{"empty", "<h2>개인정보 처리업무의 위탁</h2><h2>부칙</h2><p>고맙습니다.</p>"},
		{"absent", lines("회사는 개인정보를 소중히 여깁니다.")},
		{"present", "<h2>일을 맡긴 곳이 있나요?</h2><p>결제는 나래페이</p>"},
		{"present", lines("전산 처리는 가온전산이 대행합니다.")},
		{"denied", "<h2>위탁</h2><p>없음</p>"},
		{"denied", lines("개인정보 처리를 다른 업체에 맡기지 않습니다.")},
		{"absent", lines("법정대리인이 신청을 대신합니다.")},
		{"absent", lines("홈페이지 공지로 개별 통지를 대신합니다.")},
	},
	facts.EffectiveDate: {
		{"present", lines("시행일: 2025년 3월 1일")},
		{"present", "<h2>시행일</h2><p>2025년 3월 1일</p>"},
		{"present", "<table><tr><th>시행일<td>2025. 3. 1.</table>"},
		{"present", lines("이 방침은 2025년 3월 1일부터 시행합니다.")},
		{"present", lines("Effective date: March 1, 2025")},
		{"present", lines("施行日：2025年3月1日")},
		{"absent", lines("최종 수정일: 2025년 3월 1일")},
		{"absent", lines("회사는 개인정보를 소중히 여깁니다.")},
		{"present", lines("시행 2025. 3. 1.")},
		{"present", lines("2025. 3. 1. 시행, 바뀌면 공지합니다.")},
		{"absent", lines("개인정보 보호법(2023. 9. 15. 시행)에 따라 방침을 둡니다.")},
	},
	facts.OverseasTransfer: {
		{"denied", lines("국외로 이전되는 정보는 없습니다.")},
	},
	facts.AutoCollection: {
		{"present", "<h2>Tracking technologies</h2><p>We</p>"},
		{"denied", lines("クッキーは使いません。")},
	},
	facts.Children: {
		{"present", lines("14세 미만의 정보는 모으지 않습니다.")},
		{"present", lines("이 앱은 13세 이하 어린이를 대상으로 하지 않습니다.")},
		{"present", lines("We do not knowingly collect data from children under 13.")},
	},
	facts.Changes: {
		{"present", "<h2>알림 의무</h2><p>가나</p>"},
		{"present", "<h2>고칠 때</h2><p>가나</p>"},
		{"present", lines("개정 시 7일 전에 이메일로 통지합니다.")},
		{"present", "<h2>改定</h2><p>掲載</p>"},
		{"present", lines("本方針を変更する場合はサイトに掲載します。")},
	},
	facts.VideoDevices: {
		{"present", lines("출입구에 CCTV 3대가 있습니다.")},
		{"present", "<h2>감시카메라</h2><p>가나</p>"},
	},
	facts.BehaviouralAds: {
		{"present", lines("방문 기록을 이용하여 맞춤형 광고를 보여 드립니다.")},
	},
	facts.AdditionalUse: {
		{"present", "<h2>동의 없는 추가 이용</h2><p>가나</p>"},
		{"present", "<h2>추가 이용 기준</h2><p>가나</p>"},
	},
	facts.AutomatedDecision: {
		{"present", "<h2>인공지능이 결정하는 일</h2><p>가나</p>"},
		{"present", lines("대출 심사는 사람 없이 자동으로 이루어지며 거부하거나 설명을 요구할 수 있습니다.")},
	},
	facts.Pseudonymous: {
		{"present", lines("통계를 위해 가명처리하여 이용합니다.")},
	},
	facts.DomesticAgent: {
		{"present", lines("국내대리인은 주식회사 가나입니다.")},
	},
}

func TestClauses(t *testing.T) {
	for _, c := range facts.AllClauses {
		ways := said[c]
		if slices.Contains(ten, c) && len(ways) < 6 {
			t.Errorf("%s: only %d ways", c, len(ways))
		}
		for _, w := range ways {
			p := body(t, "<h1>개인정보 처리방침</h1>"+w[1])
			if got, want := statuses(p, c), string(c)+" "+w[0]; got != want {
				t.Errorf("%s, want %s: %s", got, want, w[1])
			}
			verifyFindings(t, "policy.html", p)
		}
	}
}

// TestTraps lists words that belong to something else than the clause that they seem to speak of.
func TestTraps(t *testing.T) {
	const recipients = "<table><thead><tr><th>제공받는 자<th>제공 목적<th>제공 항목<th>보유 및 이용 기간<tbody><tr><td>가온물류<td>상품 발송<td>성명, 주소<td>30일</table>"
	general := []facts.Clause{facts.Purpose, facts.Items, facts.Retention}
	const none = "purpose absent, items absent, retention absent"
	for _, tt := range []struct {
		name, html string
		of         []facts.Clause
		want       string
	}{
		{"table of recipients", "<h2>개인정보의 제3자 제공</h2>" + recipients, general, none},
		{"table of recipients without a heading", lines("회사는 다음과 같이 제공합니다.") + recipients, general, none},
		{"list of recipients", "<h2>제3자 제공</h2>" + lines("제공받는 자: 가온물류", "이용 목적: 상품 발송", "제공 항목: 성명, 주소", "보유 기간: 30일"), general, none},
		{"table of processors", "<h2>처리업무의 위탁</h2><table><thead><tr><th>수탁자<th>이용 목적<th>처리 항목<th>보유 기간<tbody><tr><td>나래페이<td>결제<td>카드 번호<td>계약 종료 시까지</table>", general, none},
		{"sentence about a recipient", "<h2>제3자 제공</h2><p>제공받은 자는 제공받은 날부터 1년간 보유합니다.</p>", general, none},
		{"table of transfers", "<h2>개인정보의 국외 이전</h2><table><thead><tr><th>이전받는 자<th>이전 국가<th>이용 목적<th>보유 기간<tbody><tr><td>Nimbus<td>미국<td>보관<td>1년</table>", general, none},
		{"cookies", "<h2>쿠키의 운용</h2><p>쿠키는 장바구니를 유지할 목적으로 사용하고, 보유 기간: 1일</p>", general, none},
		{"cameras", "<h2>영상정보처리기기의 설치와 운영</h2><p>도난을 막을 목적으로 촬영하여 30일간 보관합니다.</p>", general, none},
		{"a policy's own beside that of recipients", "<h2>보유 기간</h2><p>1년</p><h2>제3자 제공</h2>" + recipients, []facts.Clause{facts.Retention, facts.ThirdParty}, "retention present, third-party present"},
		{"what a guardian is asked for", "<h2>만 14세 미만 아동</h2><p>동의를 받기 위해 보호자의 성명과 연락처를 수집하고, 동의하지 않으면 5일 뒤 삭제합니다.</p>", general, none},
		{"criteria of a further use", "<h2>추가적인 이용·제공</h2><p>암호화 기법을 적용하는지, 안전성 확보를 위하여 무엇을 하는지 봅니다.</p>", []facts.Clause{facts.Safety}, "safety absent"},
		{"rights in the consent of children", lines("만 14세 미만 아동의 가입은 받지 않습니다."), []facts.Clause{facts.Rights, facts.Children}, "rights absent, children present"},
		{"recipients only by law", "<h2>제3자 제공</h2><p>법령에 따르는 경우를 제외하고 개인정보를 제3자에게 제공하지 않습니다.</p>", []facts.Clause{facts.ThirdParty}, "third-party denied"},
		{"entrustment of the future", "<h2>위탁</h2><p>위탁하지 않습니다. 앞으로 위탁하는 경우에는 미리 알립니다.</p>", []facts.Clause{facts.Entrustment}, "entrustment denied"},
		{"officer in the footer", short + "<footer><p>개인정보 보호책임자 한모란</p></footer>", []facts.Clause{facts.Officer}, "officer mention"},
		{"clause in the contents alone", "<ol><li>처리 목적<li>처리 항목<li>보유 기간<li>안전성 확보 조치</ol>" + short, []facts.Clause{facts.Safety}, "safety mention"},
		{"clause in an older version alone", short + "<p>이전 처리방침</p><h2>제1조(처리 목적)</h2><p>회원을 식별합니다.</p>" + lines("2019년 1월 2일 시행"), []facts.Clause{facts.EffectiveDate}, "effective-date absent"},
		{"clause in the menu alone", "<nav><a href=/o>개인정보 보호책임자 안내</a></nav>" + short, []facts.Clause{facts.Officer}, "officer absent"},
		{"heading over a slot", "<h2>개인정보 보호책임자</h2><p>OOO</p><h2>부칙</h2><p>고맙습니다.</p>", []facts.Clause{facts.Officer}, "officer empty"},
		{"heading over an image", "<h2>안전성 확보 조치</h2><p><img src=a.png alt='안내'></p><h2>부칙</h2><p>고맙습니다.</p>", []facts.Clause{facts.Safety}, "safety empty"},
		{"column without content", "<table><thead><tr><th>구분<th>보존 기간<tbody><tr><td>회원 정보<td></table>", []facts.Clause{facts.Retention}, "retention absent"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := statuses(body(t, "<h1>개인정보 처리방침</h1>"+tt.html), tt.of...); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// TestClausesOfPages takes what the page says that says most.
func TestClausesOfPages(t *testing.T) {
	p := read(t, "policy.html", lines("회사는 개인정보를 제3자에게 제공하지 않습니다.", "목적이 달성되면 파기합니다."),
		row("제공받는 자", "제공 목적", "가온물류", "상품 발송"), lines("종이 문서는 분쇄하여 파기합니다."))
	for c, page := range map[facts.Clause]int{facts.ThirdParty: 1, facts.Destruction: 2} {
		f := facts.Clauses.Of(p)[c]
		if f.Status != facts.Present || f.Page != page || strings.TrimSpace(p.Policy.Pages[page].TextOf(f.Range)) == "" {
			t.Errorf("%s is %s on page %d", c, f.Status, f.Page)
		}
	}
	if got := len(facts.Clauses.Of(p)); got != len(facts.AllClauses) {
		t.Errorf("%d clauses, want %d", got, len(facts.AllClauses))
	}
}
