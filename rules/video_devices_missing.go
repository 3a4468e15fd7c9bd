package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// VideoDevicesMissing asks where a policy collects footage of cameras and says nothing on how the cameras are
// operated, and reports an empty heading.
//
// A separate policy on cameras is as good, so the rule asks at most, and is silent where the site's
// menu leads to one. Videos that users upload are no such footage.
//
// With `cctv = true` in the configuration, the rule asks whether what the policy does not state is published
// elsewhere; with `cctv-elsewhere = false` as well, it is an error. A policy that denies it is a warning. With
// `cctv = false` nothing is asked.
//
// # 한국어
//
// CCTV 등으로 촬영한 영상을 수집한다고 적고도 영상정보처리기기의 운영·관리에 관한 사항을 적지 않은 처리방침에 대하여
// 질문으로 알리고, 제목만 있고 내용이 없으면 경고로 알립니다.
//
// 영상정보처리기기 운영·관리 방침을 따로 둘 수 있으므로 질문으로만 알리며, 홈페이지 메뉴에 그러한 방침이 있으면 알리지 않습니다.
// 이용자가 올리는 동영상은 여기에 해당하지 않습니다.
//
// 설정에 `cctv = true`가 있으면 그 내용이 없는 처리방침에 대하여 다른 곳에 공개하는지 묻고, `cctv-elsewhere = false`까지
// 있으면 오류로 알립니다. 해당 사항이 없다고 적은 처리방침은 경고로 알립니다. `cctv = false`이면 묻지 않습니다.
var VideoDevicesMissing = &analyzer.Rule{
	Name:     "video-devices-missing",
	Doc:      analyzer.Text{Ko: "CCTV 영상을 수집하면서 운영·관리에 관한 사항을 적지 않은 처리방침을 찾습니다", En: "finds a policy that collects camera footage and says nothing on the cameras"},
	Duty:     "cctv-fixed",
	Severity: analyzer.Error,
	Run: clause(facts.VideoDevices, clauseName{
		name: analyzer.Text{Ko: "영상정보처리기기의 운영·관리", En: "how cameras are operated"},
		help: analyzer.Text{
			Ko: "설치 근거와 목적, 대수·위치·촬영 범위, 관리책임자, 촬영 시간과 보관 기간, 열람 방법을 적거나, 별도의 운영·관리 방침으로 연결합니다",
			En: "state basis, purpose, number, place and range, manager, hours, retention and access, or link the separate policy on cameras"},
	}),
}
