// Command pipalint checks published Korean privacy policies (개인정보 처리방침) against the Personal
// Information Protection Act: what must stand there, whether it does, and whether it agrees with
// itself.
//
//	pipalint check privacy.html
//
// "pipalint help" lists what else it does.
package main

import (
	"io"
	"log"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	log.SetOutput(io.Discard) // where net/http notes what broken servers send
	os.Exit(newCommand().run(os.Args[1:]))
}

// subcommands are all that pipalint does.
func (c *command) subcommands() []*cobra.Command {
	return []*cobra.Command{
		c.checkCommand(),
		c.initCommand(),
		c.configCommand(),
		c.inspectCommand(),
		c.explainCommand(),
		c.rulesCommand(),
		c.vendorsCommand(),
		c.versionCommand(),
		c.completionCommand(),
		c.manCommand(),
	}
}
