package main

import "github.com/pipalint/pipalint/analyzer/config"

// questions are what a controller may be asked.
func (c *command) questions() []config.Question { return nil }
