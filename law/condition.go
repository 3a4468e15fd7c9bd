package law

import (
	"fmt"
	"slices"
)

// A Condition is something that a controller does or is, on which conditional duties depend.
type Condition struct {
	Key      string // as duties and configurations name it: takes-children
	Question Text   // what a controller is asked; a yes means that the duties concern it
}

// Conditions are all of them, in the order of the data.
func (c *Catalogue) Conditions() []Condition { return c.conditions }

// Condition is the one of a key, and whether the catalogue has it.
func (c *Catalogue) Condition(key string) (Condition, bool) {
	i := slices.IndexFunc(c.conditions, func(one Condition) bool { return one.Key == key })
	if i < 0 {
		return Condition{}, false
	}
	return c.conditions[i], true
}

func (c *Catalogue) readConditions(data []byte) error {
	var file struct {
		Condition []struct {
			Key        string
			QuestionKo string `toml:"question_ko"`
			QuestionEn string `toml:"question_en"`
		}
	}
	if err := decode(data, &file); err != nil {
		return err
	}
	for _, e := range file.Condition {
		if _, twice := c.Condition(e.Key); twice || e.Key == "" {
			return fmt.Errorf("condition %q: no key, or a second of that key", e.Key)
		}
		c.conditions = append(c.conditions, Condition{Key: e.Key, Question: Text{e.QuestionKo, e.QuestionEn}})
	}
	return nil
}

// refuseUnknown refuses a duty that names a condition which the catalogue does not have.
func (c *Catalogue) refuseUnknown(e dutyEntry) error {
	for _, key := range [...]string{e.Condition, e.Unless} {
		if _, ok := c.Condition(key); key != "" && !ok {
			return fmt.Errorf("duty %q: no condition %q", e.ID, key)
		}
	}
	return nil
}
