package report

import (
	"bytes"
	"encoding/json"
	"io"

	"saejob/diff"
	"saejob/internal/job"
)

type diffReport struct {
	Version   int            `json:"version"`
	Complete  bool           `json:"complete"`
	From      string         `json:"from"`
	To        string         `json:"to"`
	Base      string         `json:"base,omitempty"`
	Templates []templateJSON `json:"templates"`
	Summary   diffSummary    `json:"summary"`
}

type templateJSON struct {
	Template  string       `json:"template"`
	Namespace string       `json:"namespace"`
	AppID     string       `json:"appId"`
	Status    diff.Status  `json:"status"`
	Verdict   diff.Verdict `json:"verdict,omitempty"`
	Reason    string       `json:"reason,omitempty"` // of an unread one
	From      string       `json:"from,omitempty"`
	To        string       `json:"to,omitempty"`
	Base      string       `json:"base,omitempty"`
	Changes   []changeJSON `json:"changes"`
}

type changeJSON struct {
	Path        string          `json:"path"`
	Kind        diff.Status     `json:"kind"`
	From        json.RawMessage `json:"from,omitempty"`
	To          json.RawMessage `json:"to,omitempty"`
	Base        json.RawMessage `json:"base,omitempty"`
	Verdict     diff.Verdict    `json:"verdict,omitempty"`
	Scope       string          `json:"scope"`
	Immutable   bool            `json:"immutable"`
	ID          string          `json:"id"`
	Severity    string          `json:"severity"`
	Meaning     string          `json:"meaning"`
	Fingerprint string          `json:"fingerprint"`
}

type diffSummary struct {
	Added     int           `json:"added"`
	Removed   int           `json:"removed"`
	Changed   int           `json:"changed"`
	Unchanged int           `json:"unchanged"`
	Unread    int           `json:"unread"`
	Hidden    int           `json:"hidden"`
	Secrets   secretsJSON   `json:"secrets"`
	Verdicts  *verdictsJSON `json:"verdicts,omitempty"`
}

// verdictsJSON counts changes, and templates that came or went; there are none
// without a base.
type verdictsJSON struct {
	Drift     int `json:"drift"`
	Pending   int `json:"pending"`
	Conflict  int `json:"conflict"`
	Converged int `json:"converged"`
}

type secretsJSON struct {
	Same    int `json:"same"`
	Changed int `json:"changed"`
	Unknown int `json:"unknown"`
}

// DiffJSON writes changes as JSON, version 1.
func DiffJSON(w io.Writer, r diff.Result) error {
	s := r.Summary
	out := diffReport{
		Version: 1, Complete: r.Complete, From: r.From, To: r.To, Base: r.Base, Templates: []templateJSON{},
		Summary: diffSummary{s.Added, s.Removed, s.Changed, s.Unchanged, s.Unread, s.Left.Hidden(), secretsJSON(s.Secrets), nil},
	}
	if r.Base != "" {
		verdicts := verdictsJSON(s.Verdicts)
		out.Summary.Verdicts = &verdicts
	}
	for _, t := range r.Templates {
		changes := []changeJSON{}
		for _, c := range t.Changes {
			changes = append(changes, newChangeJSON(c))
		}
		out.Templates = append(out.Templates, templateJSON{
			t.Name, t.Namespace, t.AppID, t.Status, t.Verdict, t.Reason, t.From, t.To, t.Base, changes,
		})
	}
	var text bytes.Buffer
	if err := writeJSON(&text, out); err != nil {
		return err
	}
	_, err := w.Write(SafeJSON(text.Bytes()))
	return err
}

func newChangeJSON(c diff.Change) changeJSON {
	meaning := c.Meaning
	if meaning == "" {
		meaning = c.About
	}
	return changeJSON{
		Path: c.Path.String(), Kind: c.Kind, From: value(c.From), To: value(c.To), Base: value(c.Base), Verdict: c.Verdict,
		Scope: c.Scope, Immutable: c.Immutable, ID: c.ID, Severity: c.Severity.String(),
		Meaning: meaning, Fingerprint: c.Fingerprint,
	}
}

// value gives a value as structure; nil where there is none.
func value(n *job.Node) json.RawMessage {
	if n == nil {
		return nil
	}
	return n.JSON()
}
