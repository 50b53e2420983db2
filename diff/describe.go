package diff

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"saejob/diff/meaning"
	"saejob/diff/pairing"
	"saejob/diff/secrets"
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/severity"
	"saejob/internal/text"
	"saejob/schema"
)

// describer makes changes of values that differ: what each is called, and what it
// means.
type describer struct {
	// whose is what fingerprints call the template.
	whose string
	// The rest is for what changes mean: the template on each side, whether it
	// stands in two environments, who refers to it, the names of all templates by
	// AppId, and when that is.
	roots      values
	across     bool
	dependents []string
	names      map[string]string
	now        time.Time
	// known are the templates without the fields that the schema does not know, and
	// notes what meanings found out of them.
	known map[*job.Node]*job.Node
	notes meaning.Notes
}

// change returns the change of the value at a location.
func (d *describer) change(l location, v values, verdict Verdict) Change {
	before, after := verdict.sides()
	c := Change{
		Path: l.at[after], at: l.at, Kind: statusOf(v.ends(verdict)),
		From: v[pairing.From], To: v[pairing.To], Base: v[pairing.Base], Verdict: verdict,
		Key: l.key, Scope: scopeName(l.scope), Immutable: l.immutable,
		ID: meaning.FieldChanged.Name, Severity: meaning.FieldChanged.Severity,
		FromAt: l.place(v, pairing.From), ToAt: l.place(v, pairing.To),
	}
	if c.Kind == Removed {
		c.Path = l.at[before]
	}
	if l.top != nil {
		c.ID = cmp.Or(l.top.Change.ID, c.ID)
		c.About, _ = text.FirstSentence(l.top.Doc)
		if known, ok := severity.Parse(l.top.Change.Severity); ok {
			c.Severity = known
		}
	}
	d.explain(&c, l)
	if verdict == Converged {
		c.Severity = severity.Info // nothing is left to do
	}
	c.Fingerprint = d.fingerprint(c)
	return c
}

// orderChange returns the change of the order of items, whose keys the values are.
func (d *describer) orderChange(l location, v values, verdict Verdict) Change {
	c := d.change(l, v, verdict)
	c.ID, c.Severity, c.Meaning = meaning.OrderChanged.Name, meaning.OrderChanged.Severity, "the same items in another order"
	c.Fingerprint = d.fingerprint(c)
	return c
}

// scopeName returns a scope as reports call it.
func scopeName(s plan.Scope) string {
	return [...]string{"config", "environment", "server"}[s]
}

// explain adds what a change means, and calls it by that.
func (d *describer) explain(c *Change, l location) {
	seen := meaning.Change{
		Path: c.Path, Field: l.field, Across: d.across, Dependents: d.dependents, Names: d.names, Now: d.now,
		Immutable: l.immutable, NewTemplate: l.newTemplate, ByServer: l.scope == plan.ScopeServer, Elsewhere: l.elsewhere,
	}
	seen.Before, seen.After = c.Ends()
	was, is := d.roots.ends(c.Verdict)
	seen.Was, seen.Is, seen.Notes = d.knownOf(was), d.knownOf(is), &d.notes
	seen.Secret = secretOf(seen.Before, seen.After, l.field)
	said := meaning.Of(&seen)
	c.Meaning = said.Text
	if said.ID != nil {
		c.ID, c.Severity = said.ID.Name, said.ID.Severity
	}
}

// knownOf returns a template without the fields that the schema does not know: no meaning
// looks at them, and there may be many.
func (d *describer) knownOf(root *job.Node) *job.Node {
	if root == nil {
		return nil
	}
	if d.known == nil {
		d.known = map[*job.Node]*job.Node{}
	}
	if d.known[root] == nil {
		known := *root
		known.Entries = nil
		for _, e := range root.Entries {
			if job.FieldOf(schema.Template.Fields, e.Key) != nil {
				known.Entries = append(known.Entries, e)
			}
		}
		d.known[root] = &known
	}
	return d.known[root]
}

// secretOf returns what of a change is secret, which the values do not show.
func secretOf(before, after *job.Node, f *plan.Field) meaning.Secret {
	if before == nil || after == nil {
		return meaning.NoSecret
	}
	switch was, is := secrets.Between(before, after, f); {
	case secrets.Compare(was, is).Changed == 0:
		return meaning.NoSecret
	case bytes.Equal(secrets.Bare(before).JSON(), secrets.Bare(after).JSON()):
		return meaning.OnlySecret
	}
	return meaning.SecretToo
}

// fingerprint is made of what stays the same as long as the change does: what it
// is called, the template, the path, and the values unless something in them is
// secret.
func (d *describer) fingerprint(c Change) string {
	parts := []string{c.ID, d.whose, c.Path.String()}
	if !secrets.In(c.From) && !secrets.In(c.To) {
		parts = append(parts, shown(c.From), shown(c.To))
	}
	text, err := json.Marshal(parts)
	if err != nil {
		panic(err) // strings always encode
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// shown returns a value as JSON; empty where there is none.
func shown(n *job.Node) string {
	if n == nil {
		return ""
	}
	return string(n.JSON())
}
