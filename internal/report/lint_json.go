package report

import (
	"bytes"
	"encoding/json"
	"io"

	"saejob/internal/severity"
	"saejob/lint"
)

type lintReport struct {
	Version  int           `json:"version"`
	Complete bool          `json:"complete"`
	Findings []findingJSON `json:"findings"`
	Summary  lintSummary   `json:"summary"`
}

type findingJSON struct {
	Rule        string `json:"rule"`
	Severity    string `json:"severity"`
	File        string `json:"file"`
	Line        int    `json:"line"`
	Column      int    `json:"column"`
	EndLine     int    `json:"endLine"`
	EndColumn   int    `json:"endColumn"`
	Template    string `json:"template"`
	Namespace   string `json:"namespace"`
	AppID       string `json:"appId"`
	Path        string `json:"path"`
	Message     string `json:"message"`
	Help        string `json:"help"`
	Suppressed  bool   `json:"suppressed"`
	Fingerprint string `json:"fingerprint"`
}

type lintSummary struct {
	Files      int `json:"files"`
	Templates  int `json:"templates"`
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Infos      int `json:"infos"`
	Suppressed int `json:"suppressed"`
	Unread     int `json:"unread"`
}

// LintJSON writes findings as JSON, version 1.
func LintJSON(w io.Writer, r lint.Result) error {
	out := lintReport{Version: 1, Complete: len(r.Unread) == 0, Findings: []findingJSON{}}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, findingJSON{
			Rule: f.Rule, Severity: f.Severity.String(), File: f.File,
			Line: f.At.Line, Column: f.At.Column, EndLine: f.At.EndLine, EndColumn: f.At.EndColumn,
			Template: f.Template.Name, Namespace: f.Template.NamespaceID, AppID: f.Template.AppID,
			Path: f.Path, Message: f.Message, Help: f.Help, Suppressed: f.Suppressed(), Fingerprint: f.Fingerprint,
		})
		if f.Suppressed() {
			out.Summary.Suppressed++
		}
	}
	out.Summary.Templates = len(r.Judged)
	out.Summary.Unread = len(r.Unread)
	out.Summary.Files = len(r.Judged) + len(r.Unread)
	out.Summary.Errors = r.Count(severity.Error)
	out.Summary.Warnings = r.Count(severity.Warning)
	out.Summary.Infos = r.Count(severity.Info)
	return writeJSON(w, out)
}

// writeJSON writes a report as indented JSON that shows its text as it is, and
// whose text is inert.
func writeJSON(w io.Writer, report any) error {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(report); err != nil {
		return err
	}
	_, err := w.Write(SafeJSON(text.Bytes()))
	return err
}
