package command

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"saejob/export"
	"saejob/internal/console"
	"saejob/internal/inert"
	"saejob/internal/secret"
	"saejob/internal/text"
)

// tell says what became of a template.
func (r *exportRun) tell(o export.Outcome) {
	name, line := r.label(o), ""
	if o.Keyed {
		r.keyed++
	}
	label := inert.Line(name)
	switch o.Status {
	case export.Refused, export.Unread, export.Unlisted, export.NotFound:
		what := advice(o.Err)
		if what == r.hinted {
			what = ""
		} else {
			r.hinted = what
		}
		line = console.Complaint(name, o.Err, what)
	case export.Printed:
	case export.Stale:
		line = "would prune " + label
	case export.Left:
		line = "gone      " + label + ": its template is gone; saejob export --prune removes the file"
	default:
		would := ""
		if r.Check && o.Status != export.Unchanged && o.Status != export.Gone {
			would = "would be "
		}
		line = fmt.Sprintf("%s%-9s %s", would, o.Status, label)
	}
	switch {
	case r.progress != nil:
		r.progress.Step(line)
	case o.Err != nil:
		fmt.Fprintln(r.con.Err, line)
	case line != "":
		r.con.Say("%s", line)
	}
}

// label names what an outcome is about: its file, else the template.
func (r *exportRun) label(o export.Outcome) string {
	switch {
	case o.OldPath != "":
		return path.Join(r.of.Directory, o.OldPath) + " → " + path.Join(r.of.Directory, o.Path)
	case o.Path != "":
		return path.Join(r.of.Directory, o.Path)
	case o.Origin != "":
		return o.Origin
	case o.Identity.Name != "":
		return o.Identity.Name
	case o.Identity.AppID != "":
		return o.Identity.AppID
	}
	return cmp.Or(o.Identity.NamespaceID, o.Identity.RegionID)
}

// withoutKey says what an export without a key does to files that were redacted with
// one.
func withoutKey(files int) string {
	were := " were"
	if files == 1 {
		were = " was"
	}
	return text.Count(files, "file") + were + " redacted with a key; without " + secret.KeyVariable +
		" the digests in them stay, and a secret that changed is not seen: set the same key"
}

// tally says in a line what became of the templates.
func tally(s export.Summary, check bool) string {
	var parts []string
	for _, count := range []struct {
		n    int
		what string
	}{
		{s[export.Printed], "printed"}, {s[export.Added], "added"}, {s[export.Changed], "changed"}, {s[export.Moved], "moved"},
		{s[export.Unchanged], "unchanged"}, {s[export.Gone], "gone"}, {s[export.Stale] - s[export.Pruned], "to prune"},
		{s[export.Pruned], "pruned"}, {s[export.NotFound], "not found"}, {s[export.Refused], "refused"}, {s[export.Unread], "unread"},
	} {
		if count.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", count.n, count.what))
		}
	}
	if n := s[export.Left]; n > 0 {
		parts = append(parts, text.Count(n, "file")+" of templates that are gone")
	}
	if n := s[export.Unlisted]; n > 0 {
		parts = append(parts, text.Count(n, "list")+" unread")
	}
	tally := text.Count(s.Total(), "template")
	if len(parts) > 0 {
		tally += ": " + strings.Join(parts, ", ")
	}
	if check {
		tally += " (nothing was written)"
	}
	return tally
}
