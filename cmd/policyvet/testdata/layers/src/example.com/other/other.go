package other

import _ "github.com/pipalint/pipalint/cmd/tool"
