package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"saejob/diff"
	"saejob/internal/report"
	"saejob/internal/secret"
)

// writePage writes the page about testdata/page.txtar to a file.
func writePage(t *testing.T, based bool, change func(page string) string) string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/page.txtar")
	if err != nil {
		t.Fatal(err)
	}
	o := diff.Options{Key: secret.RandomKey()}
	if base := snapshot(archive, "base"); based {
		o.Base = &base
	}
	var page bytes.Buffer
	if err := report.DiffHTML(&page, diff.Compare(snapshot(archive, "from"), snapshot(archive, "to"), o)); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(change(page.String())), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func asIs(page string) string { return page }

// violations counts what the page's policy forbade.
const violations = `addEventListener("securitypolicyviolation", e => (window.violations ??= []).push(e.violatedDirective))`

// TestPageInBrowser opens the page in a browser, as a person would.
func TestPageInBrowser(t *testing.T) {
	b := newBrowser(t)
	b.call("Page.addScriptToEvaluateOnNewDocument", args1("source", violations), nil)
	plain, based := writePage(t, false, asIs), writePage(t, true, asIs)
	for _, step := range []struct {
		name, page string // where there is no page, the last one stays
		do         func(*testing.T, *browser)
	}{
		{"asks for nothing", plain, pageAsksForNothing}, {"hostile texts", "", pageIsInert}, {"filter", "", pageFilter}, {"width", "", pageFits},
		{"keyboard", "", pageKeyboard}, {"print", plain, pagePrints}, {"contrast", based, pageContrast}, {"policy", writePage(t, false, spoil), pagePolicy},
		{"no script", "", func(t *testing.T, b *browser) { pageWithoutScript(t, b, plain) }}, {"screenshots", "", pageScreenshots},
	} {
		t.Run(step.name, func(t *testing.T) {
			b.t = t
			b.resize(1280, 900)
			b.media("", "light")
			if step.page != "" {
				b.open(step.page)
			}
			step.do(t, b)
		})
	}
	b.t = t
}

// happened returns what the browser complained of, what it asked for, and what the
// page's policy forbade.
func (b *browser) happened() (complaints, requests, forbidden []string) {
	b.eval("window.violations ?? []", &forbidden)
	for _, e := range b.events {
		switch e.Method {
		case "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Page.javascriptDialogOpening":
			complaints = append(complaints, string(e.Params))
		case "Network.requestWillBeSent":
			requests = append(requests, string(e.Params))
		}
	}
	return complaints, requests, forbidden
}

func pageAsksForNothing(t *testing.T, b *browser) {
	complaints, requests, forbidden := b.happened()
	if len(complaints)+len(forbidden) > 0 {
		t.Errorf("the browser says %s, the policy forbade %s", complaints, forbidden)
	}
	if len(requests) != 1 || !strings.Contains(requests[0], "/page.html") {
		t.Errorf("it asked for %s", requests)
	}
}

// spoil puts into a page what a page must not do.
func spoil(page string) string {
	return strings.Replace(page, "<main>", `<main><script>hacked=1</script><p style="color:red" onclick="hacked=1" id="evil">x</p>`+
		`<style>main{display:none}</style><img src="https://example.com/x.png"><iframe src="https://example.com/"></iframe>`+
		`<form id="out" action="https://example.com/"></form>`, 1)
}

// pagePolicy: what somebody got into the page would not act, and the test would
// see it try.
func pagePolicy(t *testing.T, b *browser) {
	var acted bool
	b.eval(`new Promise(done => {
		const acted = () => "hacked" in window || getComputedStyle(document.querySelector("main")).display == "none";
		addEventListener("securitypolicyviolation", e => { if (e.violatedDirective == "form-action") done(acted()); });
		evil.click();
		out.submit();
	})`, &acted)
	complaints, _, forbidden := b.happened()
	slices.Sort(forbidden)
	want := []string{"form-action", "frame-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr", "style-src-elem"}
	if acted || len(complaints) < len(want) || !slices.Equal(forbidden, want) {
		t.Errorf("acted: %v; the browser says %s, the policy forbade %s", acted, complaints, forbidden)
	}
}

// pageIsInert: hostile texts are texts, and what is invisible shows.
func pageIsInert(t *testing.T, b *browser) {
	var got struct {
		Hacked                         bool
		Scripts, Styles, Others, Hides int
		Text                           string
	}
	b.eval(`({
		hacked: "hacked" in window, scripts: document.scripts.length, styles: document.querySelectorAll("style, link").length,
		others: document.querySelectorAll("img, svg, iframe, a, object, embed, main form, [onload], [onerror], [src], [href], [style]").length,
		hides: document.documentElement.outerHTML.match(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g)?.length ?? 0,
		text: document.querySelector("main").innerText})`, &got)
	if got.Hacked || got.Scripts != 1 || got.Styles != 1 || got.Others+got.Hides > 0 {
		t.Errorf("got %+v", got)
	}
	for _, want := range []string{
		"</script><script>hacked=1</script>", "<img src=https://example.com/x.png onerror=hacked=1>", `Envs["\">`, "<a href=javascript:hacked=1>",
		`admin\u202etxt.exe\u2066`, "<iframe src=https://example.com>", "</td></table></details>", "{{.}} ${hacked=1}", `\u{202e}`, "你好，世界",
	} {
		if !strings.Contains(got.Text, want) {
			t.Errorf("%s is not shown", want)
		}
	}
}

// seen is what of the page is seen.
type seen struct {
	Templates, Changes []string
	Count, Focus       string
	None               bool
}

func (b *browser) seen() (s seen) {
	b.t.Helper()
	b.eval(`(() => {
		const seen = selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility());
		const texts = selector => seen(selector).map(e => e.textContent);
		return {templates: texts(".template h2 bdi:first-child"), changes: texts(".change .path"), count: count.value,
			focus: document.activeElement.value || document.activeElement.textContent, none: none.checkVisibility()};
	})()`, &s)
	return s
}

func pageFilter(t *testing.T, b *browser) {
	whole := b.seen()
	for _, c := range []struct{ text, templates, changes, count string }{
		{"NIGHT", "nightly", "", "1 of 7 templates, 16 of 23 changes"},
		{"envs[", "nightly </script><script>hacked=1</script>", "Envs[", "2 of 7 templates, 8 of 23 changes"},
		{"nightly level", "nightly", "Envs[LEVEL]", "1 of 7 templates, 1 of 23 changes"},
		{"added", "fresh", "", "1 of 7 templates, 0 of 23 changes"},
		{"id-4", "weekly", "", "1 of 7 templates, 1 of 23 changes"},
		{"nowhere to be found", "", "", "0 of 7 templates, 0 of 23 changes"},
	} {
		b.press("/")
		b.call("Input.insertText", args1("text", c.text), nil)
		s := b.seen()
		if strings.Join(s.Templates, " ") != c.templates || s.Count != c.count || s.None != (c.templates == "") {
			t.Errorf("%q leaves %+v", c.text, s)
		}
		for _, change := range s.Changes {
			if !strings.Contains(change, c.changes) {
				t.Errorf("%q leaves %s", c.text, change)
			}
		}
		b.press("Escape", "Escape")
		if s := b.seen(); s.Count != whole.Count || len(s.Changes) != len(whole.Changes) {
			t.Errorf("behind %q, %+v is left", c.text, s)
		}
	}
	if whole.Count != "7 templates, 23 changes" || len(whole.Templates) != 7 || len(whole.Changes) != 23 {
		t.Errorf("without a filter there are %+v", whole)
	}
}

// pageKeyboard: all that a mouse can do, keys can.
func pageKeyboard(t *testing.T, b *browser) {
	focus := func(want string) {
		t.Helper()
		if got := b.seen().Focus; got != want {
			t.Errorf("the focus is on %q, not on %q", got, want)
		}
	}
	b.press("/", "/", "a", "Tab") // the second one is text
	focus("error")
	var text string
	if b.eval("filter.value", &text); text != "/a" {
		t.Errorf("the filter holds %q", text)
	}
	b.press("/", "Escape", "Escape", "Tab")
	b.press("/", "Escape", "Tab", " ", "Tab", " ")
	if s := b.seen(); s.Count != "2 of 7 templates, 2 of 23 changes" || s.Templates[1] != "weekly" {
		t.Errorf("without errors and warnings there are %+v", s)
	}
	b.press(" ", "Tab")
	focus("info")
	b.press("Tab")
	focus("Open all")
	b.press("Tab", "Enter")
	focus("Close all")
	if s := b.seen(); len(s.Changes) > 0 || len(s.Templates) != 4 {
		t.Errorf("closed, the page shows %+v", s)
	}
	b.press("Tab", "Enter") // the first summary
	if s := b.seen(); len(s.Changes) == 0 || !strings.Contains(s.Focus, "nightly") {
		t.Errorf("opened again, the page shows %+v", s)
	}
	var nameless []string
	b.eval(`[...document.querySelectorAll("input, button, summary")].filter(e => e.checkVisibility()).filter(e =>
		!(e.labels?.[0] ?? e).textContent.trim()).map(e => e.outerHTML)`, &nameless)
	if len(nameless) > 0 {
		t.Errorf("without a name: %s", nameless)
	}
}
