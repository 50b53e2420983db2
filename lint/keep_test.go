package lint_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/lint"
	"saejob/rules"
)

const whole = "AppName: t\nAppDescription: d\nPackageType: Image\nImageUrl: nginx:1.14.2\nCpu: 500\nMemory: 1024\nReplicas: 1\n"

func judge(text string) lint.Result {
	l := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All(), Now: time.Now()}
	return l.Check(snapshotOfText(text))
}

// TestManyFindings: of a file with many findings as many are kept as a report shows,
// the errors first; all are counted, and all use up suppressions.
func TestManyFindings(t *testing.T) {
	var b strings.Builder
	b.WriteString(whole)
	for i := range 3000 {
		fmt.Fprintf(&b, "Kafka%d: 1\n", i)
	}
	b.WriteString("Envs:\n")
	for i := range 800 {
		fmt.Fprintf(&b, "  - {name: A%d, value: %d}\n", i, i)
	}
	b.WriteString("  # saejob:ignore=schema/Envs reason=why\n  - {name: B, value: 5}\n" +
		"  # saejob:ignore=schema/Envs reason=why\n  - {name: C, value: c}\n")
	r := judge(b.String())
	errors := 0
	for i, f := range r.Findings {
		if f.Severity == severity.Error {
			errors++
		}
		if i > 0 && f.At.Line < r.Findings[i-1].At.Line {
			t.Fatalf("line %d is after line %d", f.At.Line, r.Findings[i-1].At.Line)
		}
	}
	if len(r.Findings) != lint.MaxFindings || errors != 800 {
		t.Errorf("%d findings are kept, %d of them errors", len(r.Findings), errors)
	}
	if r.Count(severity.Error) != 800 || r.Count(severity.Warning) != 3001 || r.Suppressed() != 1 {
		t.Errorf("counted: %s", r.Summary())
	}
	if want := (lint.Omitted{File: "a", Warnings: 2801, Suppressed: 1}); len(r.Omitted) != 1 || r.Omitted[0] != want {
		t.Errorf("omitted: %+v, want %+v", r.Omitted, want)
	}
	if want := "1 template: 800 errors, 3001 warnings; 1 suppressed; 2802 of them only counted"; r.Summary() != want {
		t.Errorf("%s, want %s", r.Summary(), want)
	}
}

// TestOmittedFail: what is not kept counts as what is kept, and what is suppressed takes
// no place from what is not.
func TestOmittedFail(t *testing.T) {
	var b strings.Builder
	b.WriteString("# saejob:ignore=unknown-field reason=why\n" + whole)
	for i := range 2 * lint.MaxFindings {
		fmt.Fprintf(&b, "Kafka%d: 1\n", i)
	}
	b.WriteString("Timeout: x\n")
	r := judge(b.String())
	if f := r.Findings[len(r.Findings)-1]; f.Rule != "schema/Timeout" || !r.Reaches("error") {
		t.Errorf("the last that is kept is of %s", f.Rule)
	}
	if r.Suppressed() != 2*lint.MaxFindings || r.Count(severity.Warning) > 0 {
		t.Error(r.Summary())
	}
}

// wrong are files that are wrong in every line, of n lines.
var wrong = map[string]func(b *strings.Builder, i int){
	"Envs: duplicate names": func(b *strings.Builder, _ int) { b.WriteString("- {name: A, value: b}\n") },
	"Envs: kinds":           func(b *strings.Builder, i int) { fmt.Fprintf(b, "- {name: A%d, value: %d}\n", i, i) },
	"Envs: unknown members": func(b *strings.Builder, i int) { fmt.Fprintf(b, "- {name: A%d, valeu: b}\n", i) },
	"Envs: suppressions": func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "- {name: A%d, value: %d} # saejob:ignore=schema/Envs reason=x\n", i, i)
	},
	"Envs: plaintext": func(b *strings.Builder, i int) { fmt.Fprintf(b, "- {name: DB_PASSWORD, value: hunter%dx}\n", i) },
	"NasConfigs: one path": func(b *strings.Builder, _ int) {
		b.WriteString("- {mountPath: /a, nasId: x, mountDomain: y, nasPath: /}\n")
	},
	"MountDesc: one path":    func(b *strings.Builder, _ int) { b.WriteString("- {MountPath: /a, NasPath: /}\n") },
	"CustomHostAlias: hosts": func(b *strings.Builder, _ int) { b.WriteString("- {hostName: db, ip: 10.0.0.1}\n") },
	"Tags: duplicates":       func(b *strings.Builder, _ int) { b.WriteString("- {Key: a, Value: b}\n") },
	"SlsConfigs: duplicates": func(b *strings.Builder, _ int) { b.WriteString("- {logDir: /a/b.log, logType: ''}\n") },
	"RefedAppIds: numbers":   func(b *strings.Builder, i int) { fmt.Fprintf(b, "- %d\n", i) },
	"TriggerConfig: unknown": func(b *strings.Builder, i int) { fmt.Fprintf(b, "  zz%d: 1\n", i) },
	"AppNam: close to known": func(b *strings.Builder, i int) { fmt.Fprintf(b, "  AppNam%d: 1\n", i) },
}

// TestLinear: twice as many wrong lines take twice as much memory, not four times, and
// as many findings are kept.
func TestLinear(t *testing.T) {
	for name, line := range wrong {
		bytes := func(n int) uint64 {
			field, _, _ := strings.Cut(name, ":")
			var b strings.Builder
			b.WriteString(whole + field + ":\n")
			for i := range n {
				line(&b, i)
			}
			tmpl, problems := job.Parse([]byte(b.String()))
			text := []byte(b.String())
			l := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All(), Now: time.Now()}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			r := l.Check(snapshotOf("a", job.Ref{Place: "a", File: "a", Open: func() (job.Document, error) {
				return job.Document{Template: tmpl, Problems: problems, Text: text}, nil
			}}))
			runtime.ReadMemStats(&after)
			if len(r.Findings) > lint.MaxFindings {
				t.Errorf("%s: %d findings", name, len(r.Findings))
			}
			return after.TotalAlloc - before.TotalAlloc
		}
		if small, large := bytes(700), bytes(2800); large > 6*small {
			t.Errorf("%s: four times as many lines take %.1f times as much memory", name, float64(large)/float64(small))
		}
	}
}
