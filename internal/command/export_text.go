package command

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"saejob/export"
	"saejob/internal/inert"
	"saejob/internal/text"
)

// tell says what became of a template.
func (r *exportRun) tell(o export.Outcome) {
	label, line := inert.Line(r.label(o)), ""
	switch o.Status {
	case export.Refused, export.Unread, export.Unlisted:
		err := o.Err
		if what := advice(err); what != r.advised {
			err, r.advised = hint(err), what
		}
		line = fmt.Sprintf("saejob: %s: %s", label, inert.Lines(err.Error()))
	case export.Printed:
	case export.Stale:
		line = "would prune " + label
	default:
		would := ""
		if r.Check && o.Status != export.Unchanged && o.Status != export.Gone {
			would = "would be "
		}
		line = fmt.Sprintf("%s%-9s %s", would, o.Status, label)
	}
	switch {
	case r.progress != nil:
		r.progress.step(line)
	case o.Err != nil:
		r.app.complain("%s", strings.TrimPrefix(line, "saejob: "))
	case line != "":
		r.app.say("%s", line)
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

// tally says in a line what became of the templates.
func tally(s export.Summary, check bool) string {
	var parts []string
	for _, count := range []struct {
		n    int
		what string
	}{
		{s.Printed, "printed"}, {s.Added, "added"}, {s.Changed, "changed"}, {s.Moved, "moved"},
		{s.Unchanged, "unchanged"}, {s.Gone, "gone"}, {s.Stale - s.Pruned, "to prune"}, {s.Pruned, "pruned"}, {s.Refused, "refused"}, {s.Unread, "unread"},
	} {
		if count.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", count.n, count.what))
		}
	}
	if s.Unlisted > 0 {
		parts = append(parts, text.Count(s.Unlisted, "list")+" unread")
	}
	text := text.Count(s.Total(), "template")
	if len(parts) > 0 {
		text += ": " + strings.Join(parts, ", ")
	}
	if check {
		text += " (nothing was written)"
	}
	return text
}
