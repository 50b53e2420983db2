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
	Complete bool          `json:"complete" doc:"Every template could be read. Where it is false, nothing is clean."`
	Findings []findingJSON `json:"findings" doc:"In the order of the files, then of the lines; suppressed ones too."`
	Summary  lintSummary   `json:"summary" doc:"How many there are."`
}

type findingJSON struct {
	Rule        string `json:"rule" doc:"yaml, unknown-field, schema/FIELD, schema/ROW, or a name that saejob rules lists."`
	Severity    string `json:"severity" enum:"error,warning,info" doc:"How much it matters, as the configuration has it."`
	File        string `json:"file" doc:"Where the template is: a path, with /, relative to the root of the repository; or another source, as it is spelled."`
	Line        int    `json:"line" doc:"The first line, from 1; 0 where the template is in no file."`
	Column      int    `json:"column" doc:"The first column, from 1, in code points."`
	EndLine     int    `json:"endLine" doc:"The last line."`
	EndColumn   int    `json:"endColumn" doc:"One past the last column."`
	Template    string `json:"template" doc:"AppName, as far as the file tells."`
	Namespace   string `json:"namespace" doc:"NamespaceId, as far as the file tells."`
	AppID       string `json:"appId" doc:"AppId, as far as the file tells."`
	Path        string `json:"path" doc:"Where in the template, as Envs[MODE].value; empty where it is the text of the file."`
	Message     string `json:"message" doc:"What is wrong, in a sentence."`
	Help        string `json:"help" doc:"What there is to know of the rule."`
	Suppressed  bool   `json:"suppressed" doc:"It is accepted, in a comment or in the configuration, and not counted by its severity."`
	Fingerprint string `json:"fingerprint" doc:"Tells the finding from all others of a run, and stays the same when lines move."`
}

type lintSummary struct {
	Files      int `json:"files" doc:"Templates, and those that are unread."`
	Templates  int `json:"templates" doc:"That were judged."`
	Errors     int `json:"errors" doc:"That are not suppressed."`
	Warnings   int `json:"warnings" doc:"That are not suppressed."`
	Infos      int `json:"infos" doc:"That are not suppressed."`
	Suppressed int `json:"suppressed" doc:"Findings that are accepted."`
	Unread     int `json:"unread" doc:"Templates that could not be read."`
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
	_, err := w.Write(inert.JSON(text.Bytes()))
	return err
}
