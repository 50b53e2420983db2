package report

import (
	"encoding/json"
	"io"

	"saejob/diff"
	"saejob/internal/job"
	"saejob/internal/severity"
)

type diffReport struct {
	Version   int            `json:"version" doc:"Of this format."`
	Complete  bool           `json:"complete" doc:"Whether every template could be read. Where it is false, what changed is not fully known."`
	From      string         `json:"from" doc:"The source that changes lead from, as it was given."`
	To        string         `json:"to" doc:"The source that changes lead to."`
	Base      string         `json:"base,omitempty" doc:"The source that both come from, with --base."`
	Templates []templateJSON `json:"templates" doc:"All that were compared, unchanged ones too."`
	Summary   diffSummary    `json:"summary" doc:"Counts of templates and changes."`
	Mappings  []mappingJSON  `json:"mappings,omitempty" doc:"The values that are the same thing in the two environments."`
	Problems  []problemJSON  `json:"problems,omitempty" doc:"What is wrong with the mappings and the suppressions, and the templates that are not compared."`
}

type mappingJSON struct {
	From string `json:"from" doc:"The value in the environment of from."`
	To   string `json:"to" doc:"The value in the environment of to."`
	Path string `json:"path,omitempty" doc:"Where in a template the mapping applies; everywhere if absent."`
	Used int    `json:"used" doc:"How many values the mapping makes equal."`
}

type problemJSON struct {
	ID       string `json:"id" doc:"mapping-unused, mapping-ambiguous, suppression-expired or template-outside."`
	Severity string `json:"severity" enum:"error,warning,info" doc:"How much it matters."`
	File     string `json:"file" doc:"The file that it is in, or the place of a template."`
	Line     int    `json:"line" doc:"Line in the file, from 1."`
	Column   int    `json:"column" doc:"Column, from 1, in code points."`
	Message  string `json:"message" doc:"What is wrong."`
}

type templateJSON struct {
	Template  string       `json:"template" doc:"AppName."`
	Namespace string       `json:"namespace" doc:"NamespaceId."`
	AppID     string       `json:"appId" doc:"AppId."`
	Status    diff.Status  `json:"status" enum:"added,removed,changed,unchanged,unread" doc:"What became of the template."`
	Verdict   diff.Verdict `json:"verdict,omitempty" enum:"drift,pending,conflict,converged" doc:"Who made the change since the base, with --base: only to (drift), only from (pending), both and not the same (conflict), or both and the same (converged)."`
	Reason    string       `json:"reason,omitempty" doc:"Why it is unread."`
	From      string       `json:"from,omitempty" doc:"Its place in the source from."`
	To        string       `json:"to,omitempty" doc:"Its place in the source to."`
	Base      string       `json:"base,omitempty" doc:"Its place in the source base."`
	Changes   []changeJSON `json:"changes" doc:"In the order of the fields."`
}

type changeJSON struct {
	Path        string          `json:"path" doc:"Where in the template, as Envs[MODE].value."`
	Kind        diff.Status     `json:"kind" enum:"added,removed,changed" doc:"What became of the value."`
	From        json.RawMessage `json:"from,omitempty" doc:"The value before; absent where it was added. A secret is shown as a placeholder."`
	To          json.RawMessage `json:"to,omitempty" doc:"The value after; absent where it was removed."`
	Base        json.RawMessage `json:"base,omitempty" doc:"The value that both come from, with --base."`
	Verdict     diff.Verdict    `json:"verdict,omitempty" enum:"drift,pending,conflict,converged" doc:"Who made the change since the base, with --base: only to (drift), only from (pending), both and not the same (conflict), or both and the same (converged)."`
	Scope       string          `json:"scope" enum:"config,environment,server" doc:"What sets the value: config (the template), environment (differs by nature) or server (SAE)."`
	Immutable   bool            `json:"immutable" doc:"UpdateJob cannot change the field; the meaning says where the change needs a new template."`
	ID          string          `json:"id" doc:"Name of the change."`
	Severity    string          `json:"severity" enum:"error,warning,info" doc:"How much it matters."`
	Meaning     string          `json:"meaning" doc:"What the change means, or what the field is."`
	Fingerprint string          `json:"fingerprint" doc:"Identifies the change from run to run."`
}

type diffSummary struct {
	Added     int           `json:"added" doc:"Templates."`
	Removed   int           `json:"removed" doc:"Templates."`
	Changed   int           `json:"changed" doc:"Templates."`
	Unchanged int           `json:"unchanged" doc:"Templates."`
	Unread    int           `json:"unread" doc:"Templates."`
	Outside   int           `json:"outside,omitempty" doc:"Templates that are not compared: they are of another region or namespace than the other side. Each is in problems."`
	Hidden    int           `json:"hidden" doc:"Changes that are left out: specific to an environment, mapped or suppressed."`
	Secrets   secretsJSON   `json:"secrets" doc:"How secrets compare."`
	Verdicts  *verdictsJSON `json:"verdicts,omitempty" doc:"Changes, and templates added or removed, by who made them; with --base."`
}

// verdictsJSON counts changes, and templates added or removed; there are none
// without a base.
type verdictsJSON struct {
	Drift     int `json:"drift" doc:"Only to changed."`
	Pending   int `json:"pending" doc:"Only from changed."`
	Conflict  int `json:"conflict" doc:"Both changed, differently."`
	Converged int `json:"converged" doc:"Both changed, in the same way."`
}

type secretsJSON struct {
	Same    int `json:"same" doc:"Equal on both sides."`
	Changed int `json:"changed" doc:"Different."`
	Unknown int `json:"unknown" doc:"Redacted without a key, or under different ones."`
}

// DiffJSON writes changes as JSON, version 1.
func DiffJSON(w io.Writer, r diff.Result) error {
	s := r.Summary
	out := diffReport{
		Version: 1, Complete: r.Complete, From: r.From, To: r.To, Base: r.Base, Templates: []templateJSON{},
		Summary: diffSummary{s.Added, s.Removed, s.Changed, s.Unchanged, s.Unread, s.Outside, s.Left.Hidden(), secretsJSON(s.Secrets), nil},
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
	for _, m := range r.Mappings {
		out.Mappings = append(out.Mappings, mappingJSON{m.From, m.To, m.Path.String(), m.Used})
	}
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, problemJSON{p.ID, severity.Warning.String(), p.File, max(p.At.Line, 1), max(p.At.Column, 1), p.Message})
	}
	return writeJSON(w, out)
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

// value returns a value as structure; nil where there is none.
func value(n *job.Node) json.RawMessage {
	if n == nil {
		return nil
	}
	return n.JSON()
}
