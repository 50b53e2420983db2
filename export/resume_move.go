package export

import (
	"bytes"

	"saejob/internal/job"
)

// resumeMove ends a move that was killed when the new file was there and the old
// one too. The old one goes only if the new one has all of it.
func (w *writer) resumeMove(p placement, now *current, t *job.Template) error {
	rest, err := w.read(p.rest)
	if err != nil {
		return err
	}
	again := now.template.Clone()
	dropComments(again)
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

func dropComments(t *job.Template) {
	t.Tail = nil
	var visit func(n *job.Node)
	visit = func(n *job.Node) {
		for _, e := range n.Entries {
			e.Lead, e.Foot, e.Trail = nil, nil, ""
			visit(e.Value)
		}
	}
	visit(t.Root)
}
