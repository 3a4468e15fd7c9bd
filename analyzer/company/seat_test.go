package company

import "testing"

func TestSeatOf(t *testing.T) {
	for name, want := range map[string]Seat{
		"주식회사 가람": SeatInKorea, "㈜가람": SeatInKorea, "가람(유)": SeatInKorea, "Maru (주)": SeatInKorea, "마루클라우드코리아 유한책임회사": SeatInKorea,
		"Maru Pte. Ltd.": SeatAbroad, "Maru Pte Ltd": SeatAbroad, "Maru GmbH": SeatAbroad, "Maru B.V.": SeatAbroad, "Maru SA": SeatAbroad, "Maru Holdings S.A.": SeatAbroad,
		"MARU SDN. BHD.": SeatAbroad, "Maru GmbH & Co. KG": SeatAbroad, "Maru Private Limited": SeatAbroad,
		"Maru, Inc.": SeatLikelyAbroad, "Maru LLC": SeatLikelyAbroad, "Maru, PBC": SeatLikelyAbroad, "Maru L.P.": SeatLikelyAbroad,
		"Maru Co., Ltd.": SeatAnywhere, "Maru Corp.": SeatAnywhere, "Maru": SeatAnywhere, "가람": SeatAnywhere, "마루 Inc.": SeatAnywhere, "Maru Ltd": SeatAnywhere, "Inc.": SeatAnywhere, "": SeatAnywhere,
	} {
		if got := SeatOf(name); got != want {
			t.Errorf("SeatOf(%q) = %d, want %d", name, got, want)
		}
	}
}
