package report

import (
	"bytes"
	"encoding/json"
	"io"

	"saejob/internal/inert"
	"saejob/internal/severity"
	"saejob/lint"
)

type lintReport struct {
	Version  int           `json:"version" doc:"Of this format."`
	Complete bool          `json:"complete" doc:"Whether every template could be read. Where it is false, nothing may be called clean."`
	Findings []findingJSON `json:"findings" doc:"In the order of the files, then of the lines, with the suppressed ones."`
	Omitted  []omittedJSON `json:"omitted,omitempty" doc:"The files that have more findings than the report: it has at most 1,000 of a file, those that are not suppressed and the gravest first. The summary counts all."`
	Unread   []unreadJSON  `json:"unread,omitempty" doc:"The templates that could not be read."`
	Summary  lintSummary   `json:"summary" doc:"Counts of templates and findings."`
}

type omittedJSON struct {
	File    string `json:"file" doc:"Where the template is, as in findings."`
	Omitted int    `json:"omitted" doc:"How many more findings it has."`
}

type unreadJSON struct {
	File   string `json:"file" doc:"Where the template is, as in findings."`
	Reason string `json:"reason" doc:"Why it could not be read."`
}

type findingJSON struct {
	Rule        string `json:"rule" doc:"yaml, unknown-field, schema/FIELD, schema/ROW, or a name that saejob rules lists."`
	Severity    string `json:"severity" enum:"error,warning,info" doc:"How much it matters, as the configuration says."`
	File        string `json:"file" doc:"Where the template is: a path, with /, relative to the root of the repository; or another source, as it was given."`
	Line        int    `json:"line" doc:"The first line, from 1; 0 where the template is in no file."`
	Column      int    `json:"column" doc:"The first column, from 1, in code points."`
	EndLine     int    `json:"endLine" doc:"The last line."`
	EndColumn   int    `json:"endColumn" doc:"One past the last column."`
	Template    string `json:"template" doc:"AppName; empty if the file does not have it."`
	Namespace   string `json:"namespace" doc:"NamespaceId; empty if the file does not have it."`
	AppID       string `json:"appId" doc:"AppId; empty if the file does not have it."`
	Path        string `json:"path" doc:"Where in the template, as Envs[MODE].value; empty if it is about the text of the file."`
	Message     string `json:"message" doc:"What is wrong, in a sentence."`
	Help        string `json:"help" doc:"The documentation of the rule, in a line."`
	Suppressed  bool   `json:"suppressed" doc:"Whether a comment or the configuration accepts it; then it is not counted by its severity."`
	Fingerprint string `json:"fingerprint" doc:"Identifies the finding in a run; it stays the same when lines move."`
}

type lintSummary struct {
	Files      int `json:"files" doc:"Templates that were checked, and unread ones."`
	Templates  int `json:"templates" doc:"Templates that were checked."`
	Errors     int `json:"errors" doc:"Findings of this severity that are not suppressed."`
	Warnings   int `json:"warnings" doc:"Findings of this severity that are not suppressed."`
	Infos      int `json:"infos" doc:"Findings of this severity that are not suppressed."`
	Suppressed int `json:"suppressed" doc:"Findings that are suppressed."`
	Unread     int `json:"unread" doc:"Templates that could not be read."`
	Omitted    int `json:"omitted" doc:"Findings that are counted here but are not in the report."`
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
	}
	for _, o := range r.Omitted {
		out.Omitted = append(out.Omitted, omittedJSON{o.File, o.Open() + o.Suppressed})
	}
	out.Summary.Suppressed = r.Suppressed()
	out.Summary.Omitted = r.OmittedFindings()
	for _, u := range r.Unread {
		out.Unread = append(out.Unread, unreadJSON{u.Place, u.Err.Error()})
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
	_, err := w.Write(inert.JSON(text.Bytes()))
	return err
}
