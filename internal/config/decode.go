package config

import "saejob/internal/job"

// environment is one with the places of what it says.
type environment struct {
	Environment
	directory  *job.Node
	namespaces []*job.Node
}

// decode reads the environments, as far as they are of the right kinds. This is
// where the members of a configuration are named; what they may be, the schema
// says.
func decode(root *job.Node) []environment {
	var all []environment
	for _, e := range members(root, "environments") {
		n := e.Value
		env := environment{Environment: Environment{
			Name:    e.Key,
			Region:  n.At("region").AsText(),
			Profile: n.At("profile").AsText(),
			VPC:     n.At("network").AsText() == "vpc",
		}}
		if d := n.Member("directory"); d != nil && d.Value.Kind == job.String {
			env.directory, env.Directory = d.Value, d.Value.Text
		}
		for _, item := range members(n, "namespaces") {
			if item.Value.Kind == job.String {
				env.namespaces = append(env.namespaces, item.Value)
				env.Namespaces = append(env.Namespaces, item.Value.Text)
			}
		}
		all = append(all, env)
	}
	return all
}

// members returns what is in the structure or list of that name.
func members(n *job.Node, name string) []*job.Entry {
	if e := n.Member(name); e != nil {
		return e.Value.Entries
	}
	return nil
}
