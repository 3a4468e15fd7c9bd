// Command policyvet checks the conventions of this project that the compiler cannot: which package
// may import which, that each rule stands in a file of its own, and that what judges is pure.
//
//	go run ./cmd/policyvet ./...
//
// It prints what it finds as go vet does and then exits with status 3, and with 1 where a package
// could not be loaded. "policyvet help" lists the analyzers and their flags.
package main

import "golang.org/x/tools/go/analysis/multichecker"

func main() {
	multichecker.Main(layersAnalyzer, oneruleAnalyzer, purityAnalyzer)
}
