// Package config is the configuration of saejob, .saejob.yaml: its schema in CUE
// and the plan read out of it, where it is found, and what it says.
//
// A configuration comes with a repository, so nothing of it is trusted. It can
// name no command, no address and no credentials, and no directory but those
// below its own.
package config

import (
	"embed"
	"slices"

	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/region"
	"saejob/internal/suppression"
)

// Files are the schema's CUE files, one package, with the definition #Config.
//
//go:embed *.cue
var Files embed.FS

// fresh returns an error where [Plan] was read from other CUE files than [Files].
func fresh() error { return Plan.Fresh(Files, "internal/config") }

//go:generate go run generate.go

// Name is the name of the configuration's file.
const Name = ".saejob.yaml"

// OtherName is what many name that file.
const OtherName = ".saejob.yml"

// Config is what a configuration says.
type Config struct {
	// File is where it was read from; empty where there is none.
	File string
	// Environments stand in the order of the file.
	Environments []Environment
	// Severities stand in the order of the file: of several that fit, the last
	// counts.
	Severities   []Severity
	Suppressions []*suppression.Suppression
	Secrets      Secrets
	Mappings     []Mapping
}

// Environment is a named region, with all or some of its namespaces, and a
// directory.
type Environment struct {
	Name   string
	Region string
	// Namespaces are names (test) or ids (cn-beijing:test); none: all.
	Namespaces []string
	// Directory is where the files are, beside or below [Config.File].
	Directory string
	// Profile names one of the user's own; empty: none is asked for.
	Profile string
	// VPC: the region is reached from within its VPCs, not over the internet.
	VPC bool
}

// Covers reports whether a namespace, by its id, is one of the environment's.
func (e Environment) Covers(namespaceID string) bool {
	if region.Of(namespaceID) != e.Region {
		return false
	}
	return len(e.Namespaces) == 0 || slices.Contains(e.NamespaceIDs(), namespaceID)
}

// NamespaceIDs returns the ids of the namespaces; none: all of the region.
func (e Environment) NamespaceIDs() []string {
	var ids []string
	for _, named := range e.Namespaces {
		if id, err := region.NamespaceID(e.Region, named); err == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// Environment finds an environment by its name.
func (c *Config) Environment(name string) (Environment, bool) {
	i := slices.IndexFunc(c.Environments, func(e Environment) bool { return e.Name == name })
	if i < 0 {
		return Environment{}, false
	}
	return c.Environments[i], true
}

// Names returns the names of the environments.
func (c *Config) Names() []string {
	var names []string
	for _, e := range c.Environments {
		names = append(names, e.Name)
	}
	return names
}

// IsName reports whether an environment can have the name.
func IsName(name string) bool {
	return check.IsName(job.FieldOf(Plan.Fields, "environments").Type.Object.Map, name)
}
