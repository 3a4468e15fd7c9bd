// Package look is how the pages that pipalint writes look: colours in light, dark and print, type, and what
// helps a keyboard. Each page adds a style of its own behind it.
package look

import _ "embed"

// Base is the style that all pages begin with. Its colours are custom properties of the root, given three times:
// for light, dark and print.
//
//go:embed base.css
var Base string
