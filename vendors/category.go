package vendors

import "sync"

// A Category is what companies do for others.
type Category struct {
	ID      string
	Ko, En  string // its name
	TaskKo  string `toml:"task_ko"` // how a list of processors words it
	TaskEn  string `toml:"task_en"`
	Gathers Gathering
}

// Gathering tells whether the software of a company, on a page or in an app, sends it data of users.
type Gathering string

// The ways of gathering.
const (
	Never  Gathering = ""
	May    Gathering = "may"    // by how it is used
	Always Gathering = "always" // by itself
)

// Task is how a list of processors words it.
func (c Category) Task() Text { return Text{Ko: c.TaskKo, En: c.TaskEn} }

// Name is what it is called.
func (c Category) Name() Text { return Text{Ko: c.Ko, En: c.En} }

// CategoryByID is the category of an ID; the zero Category for one that the catalogue does not have.
func CategoryByID(id string) Category { return categories()[id] }

var categories = sync.OnceValue(func() map[string]Category {
	var file struct{ Category []Category }
	mustDecode("categories.toml", &file)
	out := make(map[string]Category, len(file.Category))
	for _, c := range file.Category {
		out[c.ID] = c
	}
	return out
})
