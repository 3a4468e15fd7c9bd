package report

import "github.com/pipalint/pipalint/analyzer"

// pageWords are the words of the HTML report itself.
var pageWords = map[string]analyzer.Text{
	"title":    {Ko: "처리방침 검사 결과", En: "Policy check report"},
	"made":     {Ko: "처리방침의 문구를 법령이 요구하는 사항과 견주어 알려 드립니다. 적법 여부를 판단하지는 않습니다.", En: "The text of each policy compared with what the law asks for. Whether it is lawful is not judged."},
	"skip":     {Ko: "본문으로 건너뛰기", En: "Skip to the content"},
	"language": {Ko: "언어", En: "Language"},
	"all":      {Ko: "지적 사항", En: "Findings"},
	"days":     {Ko: "기준 법령", En: "Law as of"},
	"judged":   {Ko: "검사 규칙", En: "Rules checked"},
	"rules":    {Ko: "규칙", En: "Rules"},
	"version":  {Ko: "프로그램", En: "Program"},
	"files":    {Ko: "문서", En: "Documents"},
	"unread":   {Ko: "읽지 못함", En: "not read"},
	"unreads":  {Ko: "읽지 못한 입력", En: "What could not be read"},
	"notclean": {Ko: "이 문서는 읽지 못해 검사하지 않았습니다.", En: "This document could not be read and was not checked."},
	"notpolicy": {Ko: "개인정보 처리방침으로 보이지 않아, 처리방침에 적어야 할 사항은 검사하지 않았습니다.",
		En: "This does not look like a privacy policy: what a policy must state was not checked."},
	"clean":     {Ko: "이 문서에서는 지적할 사항을 찾지 못했습니다.", En: "Nothing to report was found in this document."},
	"none":      {Ko: "지적 없음", En: "no findings"},
	"nothing":   {Ko: "읽은 문서가 없습니다.", En: "No document was read."},
	"filters":   {Ko: "보기", En: "Show"},
	"onlynew":   {Ko: "새 지적만", En: "only new"},
	"search":    {Ko: "지적 사항에서 찾기", En: "Search the findings"},
	"keys":      {Ko: "단축키", En: "Keys"},
	"keynext":   {Ko: "다음 지적 사항", En: "next finding"},
	"keyprev":   {Ko: "이전 지적 사항", En: "previous finding"},
	"keyplace":  {Ko: "본문과 설명 사이 이동", En: "to the place in the text and back"},
	"keysearch": {Ko: "찾기", En: "search"},
	"keylang":   {Ko: "한국어·영어 바꾸기", En: "switch Korean and English"},
	"missing":   {Ko: "빠진 사항", En: "What is missing"},
	"text":      {Ko: "처리방침 본문", En: "The text as published"},
	"insource":  {Ko: "페이지 소스에서 찾은 사항", En: "In the source of the page"},
	"other":     {Ko: "다른 파일에서 찾은 사항", En: "In other files"},
	"finding":   {Ko: "지적", En: "Finding"},
	"absent":    {Ko: "빠짐", En: "missing"},
	"new":       {Ko: "새 지적", En: "new"},
	"known":     {Ko: "기존 지적", En: "known"},
	"ignored":   {Ko: "제외", En: "ignored"},
	"reason":    {Ko: "제외 사유", En: "Ignored because"},
	"basis":     basisWord,
	"help":      helpWord,
	"related":   {Ko: "관련 위치", En: "See also"},
	"speaks":    {Ko: "관련 위치: 지적", En: "see also: finding"},
	"place":     {Ko: "본문에서 보기", En: "in the text"},
	"known-as":  {Ko: "지문", En: "fingerprint"},
	"pagetitle": {Ko: "페이지 제목", En: "page title"},
	"image":     {Ko: "이미지", En: "image"},
	"leftout":   {Ko: "본문이 아닌 부분", En: "not part of the policy"},
	"stale":     {Ko: "기준선에만 남은 지적", En: "Now only in the baseline"},
	"policy":    {Ko: "처리방침", En: "policy"},
	"shown":     {Ko: "표시 중", En: "shown"},
}

var (
	basisWord = analyzer.Text{Ko: basisLabel.Ko, En: "Basis"}
	helpWord  = analyzer.Text{Ko: helpLabel.Ko, En: "To fix it"}
)
