package rules

import (
	"strings"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/secret"
)

// Facts are what is kept of a template when it has been judged, for rules about
// several. They are small: there may be many templates.
type Facts struct {
	job.Identity
	// File is the template's place, as in [job.Ref].
	File string
	// Environment is the configured one that the file belongs to; empty: none.
	Environment string
	// Whole: all templates of the place that it stands in were read, so that what
	// is not known is not there.
	Whole bool
	// RefAppID is the template that this one refers to, RefedAppIDs are those that
	// refer to it.
	RefAppID    string
	RefedAppIDs []string
	// Schedule and Zone are those of a time trigger.
	Schedule, Zone string
	Suspended      bool
	// Secrets are those that can be compared with others.
	Secrets []Secret
}

// Secret is one in a template.
type Secret struct {
	At job.Path
	// Digest tells equal secrets from different ones: KEYID:HEX.
	Digest string
}

// FactsOf collects what is to be known of a template whose secrets are marked.
func FactsOf(t *job.Template, file, environment string) *Facts {
	s := &Subject{Root: t.Root}
	f := &Facts{
		Identity: secret.MaskIdentity(t.Identity()), File: file, Environment: environment,
		RefAppID: strings.Clone(secret.MaskID(s.Text("RefAppId"))), Suspended: s.IsTrue("Suspend"),
	}
	f.AppID, f.Name = strings.Clone(f.AppID), strings.Clone(f.Name)
	f.RegionID, f.NamespaceID = strings.Clone(f.RegionID), strings.Clone(f.NamespaceID)
	if refs := s.Find("RefedAppIds"); refs != nil {
		for _, e := range refs.Entries {
			f.RefedAppIDs = append(f.RefedAppIDs, strings.Clone(secret.MaskID(e.Value.AsText())))
		}
	}
	if s.Text("TriggerConfig", "type") == "time" {
		f.Schedule = strings.Clone(s.Text("TriggerConfig", "config"))
		f.Zone = strings.Clone(s.Text("TriggerConfig", "timezone"))
	}
	t.Walk(func(at *job.At, e *job.Entry, field *plan.Field) bool {
		for _, digest := range digests(e.Value, field) {
			f.Secrets = append(f.Secrets, Secret{at.Path(), strings.Clone(digest)})
		}
		return true
	})
	return f
}

// digests returns those of the secrets that make up a value.
func digests(n *job.Node, f *plan.Field) []string {
	var found []string
	for _, s := range n.Secrets {
		if s.Digest != "" {
			found = append(found, s.Digest)
		}
	}
	if n.Kind != job.String || f != nil && f.Secret == plan.SecretNever {
		return found
	}
	for _, at := range job.Placeholders(n.Text) {
		if digest := job.DigestOf(n.Text[at[0]:at[1]]); digest != "" {
			found = append(found, digest)
		}
	}
	return found
}
