package date

import _ "io/ioutil" // want `analyzer/date is pure and may not import io/ioutil: it reaches the disk`
