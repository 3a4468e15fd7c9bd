package looktest

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

// Contrast asks for 4.5 : 1 between the text and the ground of each pair of colours, in light, dark and print, as WCAG
// does. A style gives its colours to the root three times in this order, once in each file that it is put together from.
func Contrast(t *testing.T, style string, pairs [][2]string) {
	t.Helper()
	blocks := regexp.MustCompile(`:root \{([^}]*)\}`).FindAllStringSubmatch(style, -1)
	if len(blocks) == 0 || len(blocks)%3 != 0 {
		t.Fatalf("%d sets of colours, want those of light, dark and print", len(blocks))
	}
	var sets [3]map[string]float64
	for i, block := range blocks {
		if sets[i%3] == nil {
			sets[i%3] = make(map[string]float64)
		}
		for _, m := range regexp.MustCompile(`--([\w-]+): #(\w{6});`).FindAllStringSubmatch(block[1], -1) {
			sets[i%3][m[1]] = luminance(t, m[2])
		}
	}
	for i, name := range [...]string{"light", "dark", "print"} {
		for _, p := range pairs {
			a, okA := sets[i][p[0]]
			b, okB := sets[i][p[1]]
			if ratio := (max(a, b) + .05) / (min(a, b) + .05); !okA || !okB || ratio < 4.5 {
				t.Errorf("%s: %s on %s: %.1f", name, p[0], p[1], ratio)
			}
		}
	}
}

// luminance is that of a colour, by WCAG 2.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	part := func(shift int) float64 {
		c := float64(n>>shift&255) / 255
		if c <= .04045 {
			return c / 12.92
		}
		return math.Pow((c+.055)/1.055, 2.4)
	}
	return .2126*part(16) + .7152*part(8) + .0722*part(0)
}
