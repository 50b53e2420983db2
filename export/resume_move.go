package export

import (
	"bytes"

	"saejob/internal/job"
)

// finishes says whether two files of one template look like a move that was
// killed before the old file was removed: one is what the template is now, where
// it belongs, the other what it was, where that belonged. Whether the new file
// holds all of the old one is seen when both are read.
func (p *placer) finishes(id job.Identity, f, rest *file) bool {
	return f.trouble == nil && rest.trouble == nil && p.stood(f) && p.stood(rest) &&
		p.plain(f.id) == p.plain(id) && p.plain(rest.id) != p.plain(id)
}

// finish ends a move that was killed when the new file was there and the old one
// too. The old one goes only if the new one has all of it.
func (w *writer) finish(p placement, now *current, t *job.Template) error {
	rest, err := w.read(p.rest)
	if err != nil {
		return err
	}
	again := now.template.Clone()
	bare(again)
	job.Carry(rest.template, again)
	if !bytes.Equal(job.Print(again), now.text) {
		return errTwice(p.from.path, p.rest.path)
	}
	if text, same := over(now, t); !same {
		if err := w.put(p.path, text, now.info, now.info); err != nil {
			return err
		}
	}
	return w.remove(rest, p.path)
}

// bare drops all comments.
func bare(t *job.Template) {
	t.Tail = nil
	var visit func(n *job.Node)
	visit = func(n *job.Node) {
		for _, e := range n.Entries {
			e.Lead, e.Trail = nil, ""
			visit(e.Value)
		}
	}
	visit(t.Root)
}
