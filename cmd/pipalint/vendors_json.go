package main

import (
	"slices"

	"github.com/pipalint/pipalint/vendors"
)

// jsonVendor is a vendor as programs read it.
type jsonVendor struct {
	ID               string                   `json:"id"`
	NameKo           string                   `json:"name_ko"`
	NameEn           string                   `json:"name_en"`
	Aliases          []string                 `json:"aliases"`
	RiskyAliases     []string                 `json:"risky_aliases"`
	KoreanEntities   []string                 `json:"korean_entities"`
	Categories       []string                 `json:"categories"`
	Country          string                   `json:"country"`
	ParentCountry    *string                  `json:"parent_country"` // null where it is that of the vendor
	Foreign          bool                     `json:"foreign"`
	KoreanRegion     bool                     `json:"korean_region"`
	Company          *string                  `json:"company"` // null where it is no product of another
	Role             string                   `json:"role"`
	Hosts            []jsonTrace              `json:"hosts"`
	Globals          []jsonTrace              `json:"globals"`
	TagIDs           []string                 `json:"tag_ids"`
	Packages         map[string][]jsonPackage `json:"packages"`
	InnocentPackages []string                 `json:"innocent_packages"`
	SelfHostable     bool                     `json:"self_hostable"`
	Renames          []jsonRename             `json:"renames"`
	Confidence       string                   `json:"confidence"`
}

type jsonTrace struct {
	Key  string `json:"key"`
	Weak bool   `json:"weak"`
}

type jsonPackage struct {
	Name       string `json:"name"`
	Weak       bool   `json:"weak"`
	Unverified bool   `json:"unverified"`
}

type jsonRename struct {
	Old        []string `json:"old"`
	New        *string  `json:"new"` // null where nothing took its place
	Kind       string   `json:"kind"`
	Year       *int     `json:"year"` // null where it is not known
	Confidence string   `json:"confidence"`
}

func (c *command) jsonVendor(v *vendors.Vendor) jsonVendor {
	out := jsonVendor{
		ID: v.ID, NameKo: v.Ko, NameEn: v.En, Aliases: list(v.Aliases), RiskyAliases: list(v.RiskyAliases), KoreanEntities: list(v.KoreanEntities),
		Categories: v.Categories, Country: v.Country, ParentCountry: orNull(v.ParentCountry), Foreign: v.Foreign, KoreanRegion: v.KoreanRegion,
		Company: orNull(v.Company), Role: string(v.Role), Hosts: traces(v.Hosts, v.WeakHosts), Globals: traces(v.Globals, v.WeakGlobals),
		TagIDs: list(v.TagIDs), Packages: map[string][]jsonPackage{}, InnocentPackages: list(v.InnocentPackages), SelfHostable: v.SelfHostable,
		Renames: []jsonRename{}, Confidence: string(v.Confidence),
	}
	for e, names := range v.Packages {
		for _, name := range names {
			weak, unverified := v.SelfHostable || slices.Contains(v.WeakPackages, name), slices.Contains(v.UnverifiedPackages, name)
			out.Packages[string(e)] = append(out.Packages[string(e)], jsonPackage{name, weak, unverified})
		}
	}
	for _, r := range renamesOf(v) {
		j := jsonRename{Old: r.Old, New: orNull(r.New), Kind: string(r.Kind), Confidence: string(r.Confidence)}
		if r.Year != 0 {
			j.Year = new(r.Year)
		}
		out.Renames = append(out.Renames, j)
	}
	return out
}

// list is never null.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func traces(sure, weak []string) []jsonTrace {
	out := []jsonTrace{}
	for _, key := range sure {
		out = append(out, jsonTrace{key, false})
	}
	for _, key := range weak {
		out = append(out, jsonTrace{key, true})
	}
	return out
}

// renamesOf are the changes of name that led to a vendor.
func renamesOf(v *vendors.Vendor) []vendors.Rename {
	var out []vendors.Rename
	for _, r := range vendors.Renames() {
		if r.Vendor == v.ID {
			out = append(out, r)
		}
	}
	return out
}
