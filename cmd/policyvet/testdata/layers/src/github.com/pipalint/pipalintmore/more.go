// Package pipalintmore is another module, whose path only begins alike.
package pipalintmore
