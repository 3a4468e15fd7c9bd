package inspect

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

var statusSigns = map[facts.Status]string{facts.Present: "●", facts.Denied: "○", facts.Absent: "·"}

var statusNames = map[facts.Status]analyzer.Text{
	facts.Present: {Ko: "있음", En: "stated"},
	facts.Denied:  {Ko: "하지 않는다고 적음", En: "denied"},
	facts.Absent:  {Ko: "없음", En: "absent"},
}

var kindNames = map[facts.Kind]analyzer.Text{
	facts.PolicyKind:  {Ko: "개인정보 처리방침", En: "privacy policy"},
	facts.Subpage:     {Ko: "처리방침의 일부", En: "part of a policy"},
	facts.ConsentForm: {Ko: "동의서", En: "consent form"},
	facts.Terms:       {Ko: "이용약관", En: "terms of use"},
	facts.Other:       {Ko: "그 밖의 문서", En: "other document"},
}

// languageNames are those of the languages that are told apart.
var languageNames = map[string]analyzer.Text{
	"ko":    {Ko: "한국어", En: "Korean"},
	"en":    {Ko: "영어", En: "English"},
	"ja":    {Ko: "일본어", En: "Japanese"},
	"mixed": {Ko: "여러 언어", En: "several languages"},
}

// regionNames say what is left out, and so why.
var regionNames = map[string]analyzer.Text{
	facts.Menu.String():       {Ko: "메뉴·링크", En: "menu"},
	facts.Footer.String():     {Ko: "머리글·바닥글", En: "header or footer"},
	facts.Contents.String():   {Ko: "목차", En: "contents"},
	facts.Older.String():      {Ko: "이전 처리방침", En: "older version"},
	facts.Comparison.String(): {Ko: "신·구 대조표", En: "comparison"},
	facts.Beside.String():     {Ko: "약관·동의서", En: "terms or consent form"},
}

// RegionName says what a part of a page is that is not the policy's own.
func RegionName(r facts.Region) analyzer.Text { return regionNames[r.String()] }

// clauseNames follow the Act and the writing guideline.
var clauseNames = map[facts.Clause]analyzer.Text{
	facts.Purpose:             {Ko: "처리 목적", En: "purposes"},
	facts.Items:               {Ko: "처리하는 개인정보 항목", En: "items"},
	facts.Retention:           {Ko: "처리 및 보유 기간", En: "retention"},
	facts.Destruction:         {Ko: "파기 절차 및 방법", En: "destruction"},
	facts.Rights:              {Ko: "정보주체의 권리", En: "rights"},
	facts.Officer:             {Ko: "개인정보 보호책임자", En: "privacy officer"},
	facts.Safety:              {Ko: "안전성 확보 조치", En: "safety measures"},
	facts.ThirdParty:          {Ko: "제3자 제공", En: "third-party provision"},
	facts.Entrustment:         {Ko: "처리 위탁", En: "entrustment"},
	facts.OverseasTransfer:    {Ko: "국외 이전", En: "overseas transfer"},
	facts.AutoCollection:      {Ko: "자동 수집 장치", En: "automatic collection"},
	facts.BehaviouralAds:      {Ko: "행태정보·맞춤형 광고", En: "behavioural advertising"},
	facts.Children:            {Ko: "만 14세 미만 아동", En: "children under 14"},
	facts.SensitiveDisclosure: {Ko: "민감정보 공개 가능성", En: "disclosure of sensitive data"},
	facts.Pseudonymous:        {Ko: "가명정보", En: "pseudonymised data"},
	facts.AdditionalUse:       {Ko: "추가적 이용·제공", En: "additional use"},
	facts.AutomatedDecision:   {Ko: "자동화된 결정", En: "automated decisions"},
	facts.Portability:         {Ko: "전송요구권", En: "portability"},
	facts.VideoDevices:        {Ko: "영상정보처리기기", En: "video devices"},
	facts.DomesticAgent:       {Ko: "국내대리인", En: "domestic agent"},
	facts.OverseasCollection:  {Ko: "국외에서 직접 수집", En: "collection overseas"},
	facts.Remedies:            {Ko: "권익침해 구제방법", En: "remedies"},
	facts.Changes:             {Ko: "처리방침의 변경", En: "changes"},
	facts.EffectiveDate:       {Ko: "시행일", En: "effective date"},
}
