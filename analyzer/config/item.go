package config

import "github.com/pipalint/pipalint/analyzer/policy"

// Item is where an entry of the list of a key stands, by its number from 0; else where the key does.
func (c *Config) Item(key string, i int) policy.Place {
	at, _ := c.At(key)
	if c.root == nil {
		return at
	}
	if n := c.root.Child(key); n != nil && i < len(n.Children) {
		at.Span = policy.Span{Start: n.Children[i].Span.Start, End: n.Children[i].Span.End}
	}
	return at
}
