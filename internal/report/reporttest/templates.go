// Package reporttest makes results of lint and diff for tests of the reports about
// them: hostile ones and large ones.
package reporttest

import (
	"fmt"
	"strings"

	"saejob/diff"
	"saejob/internal/job"
	"saejob/internal/secret"
)

// Snapshot returns templates as a snapshot; their texts need not be UTF-8 nor text
// that a file could hold.
func Snapshot(name string, templates ...*job.Template) job.Snapshot {
	s := job.Snapshot{Name: name}
	for i, t := range templates {
		place := fmt.Sprintf("%s/%d.yaml", name, i)
		s.Refs = append(s.Refs, job.Ref{Place: place, File: place, Open: func() (job.Document, error) {
			return job.Document{Template: t.Clone()}, nil
		}})
	}
	return s
}

// Text returns a text.
func Text(s string) *job.Node { return &job.Node{Kind: job.String, Text: s} }

// Structure returns a structure.
func Structure(members map[string]*job.Node) *job.Node {
	n := &job.Node{Kind: job.Object}
	for key, value := range members {
		n.Entries = append(n.Entries, &job.Entry{Key: key, Value: value})
	}
	return n
}

// List returns a list.
func List(items ...*job.Node) *job.Node {
	n := &job.Node{Kind: job.List}
	for _, item := range items {
		n.Entries = append(n.Entries, &job.Entry{Value: item})
	}
	return n
}

// Crowd compares n templates that have changes of each severity, some of them long;
// as many came and went.
func Crowd(n int) diff.Result {
	long := strings.Repeat("示例 a line of a long text\n", 40)
	var from, to []*job.Template
	for i := range n {
		with := func(side string) *job.Template {
			return &job.Template{Root: Structure(map[string]*job.Node{
				"AppName": named("t%d", i), "AppId": named("id-%d", i), "Cpu": Text(side), "Command": Text(side),
				"AppDescription": Text(side), "PhpConfig": Text(long + side + "\n" + long),
			})}
		}
		from, to = append(from, with("1")), append(to, with("2"))
		from = append(from, &job.Template{Root: Structure(map[string]*job.Node{"AppName": named("gone%d", i)})})
		to = append(to, &job.Template{Root: Structure(map[string]*job.Node{"AppName": named("new%d", i)})})
	}
	before, after := Snapshot("from", from...), Snapshot("to", to...)
	for i := range after.Refs {
		if i%2 == 1 {
			after.Refs[i].Place = fmt.Sprintf("to/new%d.yaml", i)
		}
	}
	return diff.Compare(before, after, diff.Options{Key: secret.RandomKey()})
}

func named(format string, i int) *job.Node { return Text(fmt.Sprintf(format, i)) }
