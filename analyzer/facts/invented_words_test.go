package facts_test

import (
	"math/rand/v2"

	"github.com/pipalint/pipalint/analyzer/facts"
)

// inventedLanguages is the wording of invented lists: Korean, English, Japanese.
var inventedLanguages = [...]inventedWords{
	{
		language: "ko", title: "개인정보 처리방침",
		before: [2]string{"개인정보의 처리 목적", "회사는 회원 관리와 상품 배송을 위하여 개인정보를 처리합니다."},
		after:  [2]string{"개인정보의 파기", "회사는 보유기간이 지난 개인정보를 지체 없이 파기합니다. 종이 문서는 분쇄합니다."},
		lists: []listWords{
			{
				clauses: []facts.Clause{facts.Entrustment},
				heading: []string{"개인정보 처리업무의 위탁", "개인정보 처리위탁", "개인정보처리의 위탁에 관한 사항", "수집한 개인정보의 위탁"},
				intro:   []string{"회사는 다음과 같이 개인정보 처리업무를 위탁하고 있습니다.", "회사는 서비스 이행을 위해 아래와 같이 외부 전문업체에 위탁하여 운영하고 있습니다.", "위탁 현황은 아래와 같습니다."},
				caption: "개인정보 처리위탁 현황",
				order:   []facts.Field{facts.FieldName, facts.FieldTask, facts.FieldItems, facts.FieldPeriod, facts.FieldContact}, least: 2,
				titles: map[facts.Field][]string{
					facts.FieldName:    {"수탁자", "수탁업체", "수탁업체명", "수탁사", "수탁기관", "위탁업체", "위탁받는 자(수탁자)", "위탁받는 업체", "수탁 회사", "업체명", "위탁 대상자"},
					facts.FieldTask:    {"위탁업무", "위탁업무 내용", "위탁하는 업무의 내용", "위탁 업무의 내용", "업무 내용", "위탁 목적", "위탁내용", "위탁업무(목적)"},
					facts.FieldItems:   {"위탁 항목", "개인정보 항목", "위탁하는 개인정보의 항목", "처리 항목"},
					facts.FieldPeriod:  {"보유 및 이용기간", "보유기간", "개인정보의 보유 및 이용 기간", "위탁기간", "보유·이용 기간"},
					facts.FieldContact: {"연락처", "전화번호", "연락처(이메일)", "수탁자 연락처"},
				},
			},
			{
				clauses: []facts.Clause{facts.ThirdParty},
				heading: []string{"개인정보의 제3자 제공", "개인정보의 제3자 제공에 관한 사항", "개인정보 제3자 제공"},
				intro:   []string{"회사는 다음과 같이 개인정보를 제3자에게 제공하고 있습니다.", "회사는 이용자의 동의를 받아 아래와 같이 개인정보를 제공합니다.", "제공 현황은 아래와 같습니다."},
				caption: "개인정보 제3자 제공 현황",
				order:   []facts.Field{facts.FieldName, facts.FieldPurpose, facts.FieldItems, facts.FieldPeriod}, least: 2,
				titles: map[facts.Field][]string{
					facts.FieldName:    {"제공받는 자", "제공 받는 자", "제공받는 기관", "제공받는 업체", "제공처", "제공대상", "제공업체"},
					facts.FieldPurpose: {"제공 목적", "이용 목적", "제공받는 자의 이용 목적", "이용목적", "제공받는 자의 개인정보 이용 목적"},
					facts.FieldItems:   {"제공 항목", "제공하는 개인정보 항목", "제공정보", "제공하는 항목", "개인정보 항목"},
					facts.FieldPeriod:  {"보유 및 이용기간", "보유·이용 기간", "제공받는 자의 보유 및 이용기간", "이용 기간", "보유기간"},
				},
			},
			{
				clauses: []facts.Clause{facts.OverseasTransfer},
				heading: []string{"개인정보의 국외 이전", "개인정보의 국외 이전에 관한 사항", "개인정보 국외이전"},
				intro:   []string{"회사는 다음과 같이 개인정보를 국외로 이전하고 있습니다.", "이전 현황은 아래와 같습니다."},
				caption: "개인정보 국외 이전 현황",
				order: []facts.Field{facts.FieldName, facts.FieldCountry, facts.FieldItems, facts.FieldTiming, facts.FieldMethod, facts.FieldPurpose,
					facts.FieldPeriod, facts.FieldContact, facts.FieldRefusal}, least: 3,
				titles: map[facts.Field][]string{
					facts.FieldName:    {"이전받는 자", "이전받는 법인명", "이전받는 업체", "개인정보를 이전받는 자", "이전 받는 자의 성명"},
					facts.FieldCountry: {"이전 국가", "이전되는 국가", "국가", "이전국가명"},
					facts.FieldItems:   {"이전 항목", "이전되는 개인정보 항목", "이전하는 개인정보 항목"},
					facts.FieldTiming:  {"이전 일시", "이전 시기", "일시"},
					facts.FieldMethod:  {"이전 방법", "전송 방법", "방법"},
					facts.FieldPurpose: {"이용 목적", "이전 목적", "이전받는 자의 이용 목적"},
					facts.FieldPeriod:  {"보유 및 이용기간", "보유기간", "보유·이용 기간"},
					facts.FieldContact: {"연락처", "정보관리책임자 연락처", "이전받는 자의 연락처"},
					facts.FieldRefusal: {"이전 거부 방법", "거부 방법 및 절차", "이전 거부 방법 및 효과"},
				},
			},
		},
		values: map[facts.Field][]string{
			facts.FieldTask:    {"상품 배송", "결제 대행", "고객 상담 및 불만 처리", "문자메시지·알림톡 발송", "서버 운영 및 관리", "본인확인", "홈페이지 유지보수", "데이터 보관", "경품 발송", "상품 배송, 반품 회수", "신용카드 결제 대행(PG)", "이용 통계 분석", "제품 설치 및 A/S"},
			facts.FieldPurpose: {"제휴 포인트 적립 및 사용", "보험 가입", "여행 상품 예약", "주문 확인 및 상품 발송", "항공권 발권", "이벤트 공동 개최", "회원 혜택 제공", "데이터 백업", "고객 문의 관리", "차량 배차"},
			facts.FieldItems:   {"성명, 주소, 연락처", "성명, 휴대전화번호", "이메일", "이메일, 닉네임", "성명, 생년월일, CI", "회원번호, 주문내역", "쿠키, 접속 IP", "예약자명, 차량번호", "성명·주소·전화번호"},
			facts.FieldPeriod:  {"위탁계약 종료 시까지", "회원 탈퇴 시까지", "5년", "배송 완료 후 3개월", "목적 달성 시까지", "회원 탈퇴 시 또는 계약 종료 시", "이용 완료 후 6개월", "1년"},
			facts.FieldContact: {"02-0000-0000", "1234-5678", "privacy@gaon.example.com", "help@moran.example.com", "070-0000-1101"},
			facts.FieldCountry: {"미국", "싱가포르", "일본", "아일랜드", "독일", "미국, 싱가포르"},
			facts.FieldTiming:  {"회원 가입 시", "서비스 이용 시", "매일 1회", "문의 접수 시 수시"},
			facts.FieldMethod:  {"네트워크를 통한 전송", "암호화하여 전송", "API 전송", "전용선 전송"},
			facts.FieldRefusal: {"고객센터로 요청", "회원 탈퇴로 거부할 수 있음", "브라우저에서 쿠키 차단", "고객센터로 신청할 수 있으며 거부 시 서비스 이용이 제한됨"},
		},
		number: []string{"번호", "연번", "순번", "No.", "No"}, remark: []string{"비고", "참고", "기타"},
		group: []string{"구분", "서비스", "분류", "서비스명"}, groups: []string{"쇼핑", "여행", "공통", "앱", "금융"},
		joints:     []string{", ", " / ", "; ", " 및 ", ",", "、"},
		name:       koreanName,
		categories: []string{"택배사", "제휴 병원", "입점 판매자", "카드사", "이벤트 주관사"},
		tails:      []string{" 등", " 외 2개사", " 등 "}, tailOthers: []int{0, 2, 0},
		both: "개인정보의 제3자 제공 및 처리위탁", colon: " : ", note: "※ 위탁 업체가 바뀌면 이 방침으로 알려 드립니다.",
	},
	{
		language: "en", title: "Privacy Policy",
		before: [2]string{"Purposes of Processing Personal Information", "The Company processes personal information to manage members and deliver goods."},
		after:  [2]string{"Destruction of Personal Information", "Paper documents are shredded and files are permanently deleted."},
		lists: []listWords{
			{
				clauses: []facts.Clause{facts.Entrustment},
				heading: []string{"Outsourcing of Personal Information Processing", "Entrustment of Personal Information Processing", "Consignment of Personal Information"},
				intro:   []string{"The Company outsources the processing of personal information as follows.", "The Company entrusts the processing of personal information to the companies below."},
				caption: "Outsourced tasks",
				order:   []facts.Field{facts.FieldName, facts.FieldTask, facts.FieldItems, facts.FieldPeriod, facts.FieldContact}, least: 2,
				titles: map[facts.Field][]string{
					facts.FieldName:    {"Trustee", "Processor", "Outsourced company", "Service Provider", "Consignee", "Vendor", "Entrusted Company"},
					facts.FieldTask:    {"Entrusted work", "Outsourced tasks", "Task", "Description of services", "Scope of work", "Entrusted Tasks"},
					facts.FieldItems:   {"Items", "Personal information", "Personal information items", "Personal data"},
					facts.FieldPeriod:  {"Retention period", "Period of retention and use", "Period", "Retention"},
					facts.FieldContact: {"Contact", "Phone", "E-mail", "Contact information"},
				},
			},
			{
				clauses: []facts.Clause{facts.ThirdParty},
				heading: []string{"Provision of Personal Information to Third Parties", "Third-Party Provision of Personal Information"},
				intro:   []string{"The Company provides personal information to the following third parties."},
				caption: "Provision to third parties",
				order:   []facts.Field{facts.FieldName, facts.FieldPurpose, facts.FieldItems, facts.FieldPeriod}, least: 2,
				titles: map[facts.Field][]string{
					facts.FieldName:    {"Recipient", "Third party", "Recipient of personal information", "Provided to"},
					facts.FieldPurpose: {"Purpose of use", "Purpose", "Purpose of provision"},
					facts.FieldItems:   {"Items provided", "Personal information provided", "Items of personal information"},
					facts.FieldPeriod:  {"Retention period", "Period of retention and use", "Retention and use period"},
				},
			},
			{
				clauses: []facts.Clause{facts.OverseasTransfer},
				heading: []string{"Overseas Transfer of Personal Information", "Cross-border Transfer of Personal Information"},
				intro:   []string{"The Company transfers personal information overseas as follows."},
				caption: "Overseas transfers",
				order: []facts.Field{facts.FieldName, facts.FieldCountry, facts.FieldItems, facts.FieldTiming, facts.FieldMethod, facts.FieldPurpose,
					facts.FieldPeriod, facts.FieldContact, facts.FieldRefusal}, least: 3,
				titles: map[facts.Field][]string{
					facts.FieldName:    {"Recipient", "Transferee", "Name of recipient"},
					facts.FieldCountry: {"Country", "Country of transfer", "Destination country"},
					facts.FieldItems:   {"Items transferred", "Personal information transferred"},
					facts.FieldTiming:  {"Date of transfer", "Time of transfer", "Timing"},
					facts.FieldMethod:  {"Method of transfer", "Method", "How"},
					facts.FieldPurpose: {"Purpose of use", "Purpose"},
					facts.FieldPeriod:  {"Retention period", "Period of retention and use"},
					facts.FieldContact: {"Contact", "Contact information"},
					facts.FieldRefusal: {"How to refuse", "Right to refuse"},
				},
			},
		},
		values: map[facts.Field][]string{
			facts.FieldTask:    {"Delivery of goods", "Payment processing", "Customer support", "Server hosting", "Identity verification", "Sending text messages", "Data storage and backup"},
			facts.FieldPurpose: {"Room reservation", "Insurance subscription", "Data storage", "Reward points", "Ticketing", "Joint events"},
			facts.FieldItems:   {"Name, phone number", "Member ID, access logs", "E-mail address", "Name, address, phone number", "Cookies, IP address"},
			facts.FieldPeriod:  {"6 months after check-out", "Until withdrawal of membership", "5 years", "Until the end of the contract", "One year"},
			facts.FieldContact: {"02-0000-0000", "privacy@cloud.example.com", "+65-0000-0000", "help@moran.example.com"},
			facts.FieldCountry: {"United States", "Singapore", "Japan", "Ireland", "Germany"},
			facts.FieldTiming:  {"When the service is used", "On sign-up", "Once a day"},
			facts.FieldMethod:  {"Transmission over the network", "Encrypted transfer", "Via API"},
			facts.FieldRefusal: {"Request by e-mail", "Contact customer support", "Withdraw membership"},
		},
		number: []string{"No.", "No"}, remark: []string{"Remarks", "Notes"},
		group: []string{"Category", "Service", "Type"}, groups: []string{"Shopping", "Travel", "Common", "App"},
		joints:     []string{", ", " / ", "; ", " and "},
		name:       englishName,
		categories: []string{"delivery companies", "payment providers"},
		tails:      []string{", and others", ", etc."}, tailOthers: []int{0, 0},
		both: "Provision to Third Parties and Outsourcing of Processing", colon: ": ", note: "* Changes will be announced in this policy.",
	},
	{
		language: "ja", title: "個人情報処理方針",
		before: [2]string{"個人情報の処理目的", "当社は、会員管理と商品の配送のために個人情報を処理します。"},
		after:  [2]string{"個人情報の破棄", "紙の文書は裁断し、ファイルは復元できない方法で削除します。"},
		lists: []listWords{
			{
				clauses: []facts.Clause{facts.Entrustment},
				heading: []string{"個人情報の処理委託", "個人情報処理業務の委託"},
				intro:   []string{"当社は、次のとおり個人情報の処理業務を委託しています。"},
				caption: "委託の現況",
				order:   []facts.Field{facts.FieldName, facts.FieldTask, facts.FieldItems, facts.FieldPeriod, facts.FieldContact}, least: 2,
				titles: map[facts.Field][]string{
					facts.FieldName:    {"受託者", "委託先", "受託業者", "委託を受ける者", "受託会社"},
					facts.FieldTask:    {"委託業務の内容", "委託業務", "業務内容", "委託する業務の内容"},
					facts.FieldItems:   {"項目", "個人情報の項目", "個人情報"},
					facts.FieldPeriod:  {"保有及び利用期間", "保有期間", "利用期間"},
					facts.FieldContact: {"連絡先", "電話番号"},
				},
			},
			{
				clauses: []facts.Clause{facts.ThirdParty},
				heading: []string{"個人情報の第三者提供"},
				intro:   []string{"当社は、次のとおり個人情報を第三者に提供しています。"},
				caption: "第三者提供の現況",
				order:   []facts.Field{facts.FieldName, facts.FieldPurpose, facts.FieldItems, facts.FieldPeriod}, least: 2,
				titles: map[facts.Field][]string{
					facts.FieldName:    {"提供を受ける者", "提供先", "提供を受ける会社"},
					facts.FieldPurpose: {"利用目的", "提供目的", "提供を受ける者の利用目的"},
					facts.FieldItems:   {"提供項目", "提供する情報", "提供する個人情報の項目"},
					facts.FieldPeriod:  {"保有及び利用期間", "保有期間"},
				},
			},
			{
				clauses: []facts.Clause{facts.OverseasTransfer},
				heading: []string{"個人情報の国外移転"},
				intro:   []string{"当社は、次のとおり個人情報を国外に移転しています。"},
				caption: "国外移転の現況",
				order: []facts.Field{facts.FieldName, facts.FieldCountry, facts.FieldItems, facts.FieldTiming, facts.FieldMethod, facts.FieldPurpose,
					facts.FieldPeriod, facts.FieldContact, facts.FieldRefusal}, least: 3,
				titles: map[facts.Field][]string{
					facts.FieldName:    {"移転を受ける者", "移転先", "移転を受ける会社"},
					facts.FieldCountry: {"移転先の国", "移転国", "国名"},
					facts.FieldItems:   {"移転項目", "移転する個人情報の項目"},
					facts.FieldTiming:  {"移転日時", "移転時期"},
					facts.FieldMethod:  {"移転方法", "方法"},
					facts.FieldPurpose: {"利用目的", "移転目的"},
					facts.FieldPeriod:  {"保有及び利用期間", "保有期間"},
					facts.FieldContact: {"連絡先"},
					facts.FieldRefusal: {"拒否方法", "移転の拒否方法"},
				},
			},
		},
		values: map[facts.Field][]string{
			facts.FieldTask:    {"商品の配送", "決済代行", "メッセージの送信", "サーバーの運営", "顧客相談", "データの保管"},
			facts.FieldPurpose: {"宿泊予約の確認", "航空券の発券", "データのバックアップ", "ポイントの積立", "保険の加入"},
			facts.FieldItems:   {"氏名、電話番号", "会員番号、氏名", "メールアドレス", "氏名、住所、電話番号"},
			facts.FieldPeriod:  {"利用後6ヶ月", "退会時まで", "5年", "契約終了時まで", "搭乗日まで"},
			facts.FieldContact: {"02-0000-0000", "privacy@garam.example.com", "+81-3-0000-0000"},
			facts.FieldCountry: {"シンガポール", "米国", "日本", "アイルランド"},
			facts.FieldTiming:  {"サービス利用時", "会員登録時", "毎日1回"},
			facts.FieldMethod:  {"ネットワークによる送信", "暗号化して送信"},
			facts.FieldRefusal: {"メールで申請", "会員を退会"},
		},
		number: []string{"番号", "No."}, remark: []string{"備考"},
		group: []string{"区分", "サービス名", "分類"}, groups: []string{"ショッピング", "旅行", "共通"},
		joints:     []string{"、", "／", " / ", ", "},
		name:       japaneseName,
		categories: []string{"宅配業者", "提携会社"},
		tails:      []string{" ほか2社", " 等"}, tailOthers: []int{2, 0},
		both: "個人情報の第三者提供及び処理委託", colon: "：", note: "※ 変更がある場合は、本方針でお知らせします。",
	},
}

var (
	koreanStems   = []string{"가람", "다솜", "라온결", "하늬골", "두레", "자람", "온새미", "새늘", "바름", "아라", "나래", "늘봄", "모롱이", "버들", "솔숲", "미리내", "차오름", "물길", "별다래", "해마루", "누리", "너울"}
	koreanEnds    = []string{"로지스", "물류", "페이", "결제", "콜", "고객센터", "클라우드", "시스템", "문자", "통신", "소프트", "인증", "정보", "데이터", "보험", "카드", "여행사", "설비", "미디어", "네트웍스"}
	koreanForms   = [][2]string{{"㈜", ""}, {"(주)", ""}, {"주식회사 ", ""}, {"", "㈜"}, {"", "(주)"}, {"", " 주식회사"}, {"（주）", ""}, {"(유)", ""}, {"유한회사 ", ""}, {"재단법인 ", ""}, {"", ""}, {"", ""}, {"", ""}}
	englishStems  = []string{"Garam", "Nuri", "Dasom", "Sorimaru", "Moonfern", "Haneul", "Maruwave", "Solsup", "Bareum", "Hanabi", "Byeolbit"}
	englishEnds   = []string{" Logistics", " Pay", " Cloud", " Systems", "soft", " Data", " Mobile", "", " Desk", " Analytics"}
	englishForms  = []string{", Inc.", " Inc.", " Co., Ltd.", " LLC", " Pte. Ltd.", " Corp.", " GmbH", " Corporation", " Limited", " B.V.", "", ""}
	japaneseStems = []string{"ガラム", "ナレ", "ダソム", "トゥレ", "ソルスプ", "アラ", "ヌリ", "ハヌル", "ミリネ"}
	japaneseEnds  = []string{"物流", "通信", "ペイ", "配送", "旅行社", "クラウド", "システム"}
	japaneseForms = [][2]string{{"株式会社", ""}, {"", "株式会社"}, {"(株)", ""}, {"合同会社", ""}, {"有限会社", ""}, {"㈱", ""}, {"", ""}}
)

func koreanName(r *rand.Rand) string {
	if r.IntN(8) == 0 {
		return englishName(r)
	}
	form := one(r, koreanForms)
	return form[0] + one(r, koreanStems) + one(r, koreanEnds) + form[1]
}

func englishName(r *rand.Rand) string {
	return one(r, englishStems) + one(r, englishEnds) + one(r, englishForms)
}

func japaneseName(r *rand.Rand) string {
	if r.IntN(8) == 0 {
		return englishName(r)
	}
	form := one(r, japaneseForms)
	return form[0] + one(r, japaneseStems) + one(r, japaneseEnds) + form[1]
}
