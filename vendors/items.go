// Package vendors is what the project knows of the world that policies speak of, as data: the kinds of
// personal data, the companies that handle them for others, and countries.
package vendors

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

// Class is a class of personal data that the law or practice sets apart.
type Class string

// The classes.
const (
	General          Class = "general"
	Sensitive        Class = "sensitive"         // 민감정보, where neither biometric nor health
	UniqueIdentifier Class = "unique-identifier" // 고유식별정보, where not the one below
	ResidentNumber   Class = "rrn"               // 주민등록번호
	Financial        Class = "financial"
	Location         Class = "location"
	Device           Class = "device" // of devices, and what is recorded of their use
	Children         Class = "children"
	Biometric        Class = "biometric"
	Health           Class = "health"
)

// Text is a text in both languages.
type Text struct{ Ko, En string }

// An Item is a kind of personal data.
type Item struct {
	ID     string
	Class  Class
	Also   []Class // further classes, by the use that is made of it
	Parent string  // the ID of the wider kind: a policy that names that one has not named this; or ""

	// Ambiguous tells words that do not say by themselves what is collected: 기본정보, 연락처.
	Ambiguous bool

	Legal      []string // keys of the provisions that speak of it outright
	Ko, En, Ja []string // its names, the usual one first
}

// Items are all that the catalogue knows.
func Items() []Item { return read().Items }

// ItemByID is the item of an ID.
func ItemByID(id string) (Item, bool) {
	i, ok := read().byID[id]
	if !ok {
		return Item{}, false
	}
	return read().Items[i], true
}

// ClassOf is the class of an item, "" of an ID that the catalogue does not have.
func ClassOf(id string) Class {
	item, _ := ItemByID(id)
	return item.Class
}

// ClassName is what a class is called.
func ClassName(c Class) Text { return read().Classes[c] }

// Provision is a provision by its key in [Item].Legal, as Korean law is cited.
func Provision(key string) string { return read().Legal[key] }

//go:embed items.toml
var source []byte

// catalogue is items.toml.
type catalogue struct {
	Classes map[Class]Text
	Legal   map[string]string
	Items   []Item

	byID map[string]int
}

// read reads the catalogue when first asked for: most commands need none.
var read = sync.OnceValue(func() *catalogue {
	c, err := parse(source)
	if err != nil {
		panic(err) // the catalogue is part of the program; its test reads it
	}
	return c
})

func parse(data []byte) (*catalogue, error) {
	c := &catalogue{byID: make(map[string]int)}
	if err := toml.Unmarshal(data, c); err != nil {
		return nil, fmt.Errorf("items.toml: %w", err)
	}
	for i, item := range c.Items {
		c.byID[item.ID] = i
	}
	return c, nil
}
