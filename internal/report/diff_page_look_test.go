package report_test

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"testing"
)

// pageFits: nothing makes the page wider than its window.
func pageFits(t *testing.T, b *browser) {
	for _, width := range []int{360, 700, 1280, 2400} {
		b.resize(width, 900)
		var got [2]int
		if b.eval("[innerWidth, document.documentElement.scrollWidth - document.documentElement.clientWidth]", &got); got != [2]int{width, 0} {
			t.Errorf("%d wide, the page is wider by %d", got[0], got[1])
		}
	}
}

// pageContrast: each text stands out from what is behind it, as WCAG's level AA
// asks for, in both schemes.
func pageContrast(t *testing.T, b *browser) {
	grounds := map[string]bool{}
	for _, scheme := range []string{"light", "dark"} {
		b.media("", scheme)
		var got struct {
			Checked int
			Weak    []string
			Ground  string
		}
		b.eval(`(() => {
			const parse = color => color.match(/[\d.]+/g).map(Number);
			const light = color => parse(color).slice(0, 3).map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
				.reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
			const ground = e => { for (; e; e = e.parentElement) { const color = getComputedStyle(e).backgroundColor; if (parse(color)[3] !== 0) return color; } };
			const texts = [...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()));
			const weak = [];
			for (const e of texts) {
				const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((a, b) => b - a);
				if ((a + .05) / (b + .05) < 4.5) weak.push(e.className + " " + e.textContent + " " + getComputedStyle(e).color + " on " + ground(e));
			}
			return {checked: texts.length, weak, ground: ground(document.body)};
		})()`, &got)
		if got.Checked < 100 || len(got.Weak) > 0 {
			t.Errorf("%s: of %d texts these are too faint: %q", scheme, got.Checked, got.Weak)
		}
		grounds[got.Ground] = true
	}
	if len(grounds) != 2 {
		t.Errorf("light and dark are both %v", grounds)
	}
}

// pageWithoutScript: all of it can be read.
func pageWithoutScript(t *testing.T, b *browser, page string) {
	b.call("Emulation.setScriptExecutionDisabled", args1("value", true), nil)
	b.open(page)
	s := b.seen()
	b.call("Emulation.setScriptExecutionDisabled", args1("value", false), nil)
	if s.Count != "" || len(s.Templates) != 7 || len(s.Changes) != 23 {
		t.Errorf("without its script, the page shows %+v", s)
	}
}

// pagePrints: printed, all of it is on paper, which is white.
func pagePrints(t *testing.T, b *browser) {
	b.press("/", "Tab", "Tab", "Tab", "Tab", "Tab", "Enter") // close all
	b.media("print", "dark")
	var got struct {
		Bar           bool
		Ground        string
		Before, After int
		Opened        int
		Missing       []string
	}
	b.eval(`(() => {
		const open = () => document.querySelectorAll("details.template[open]").length;
		const got = {bar: bar.checkVisibility(), ground: getComputedStyle(document.body).backgroundColor, before: open()};
		dispatchEvent(new Event("beforeprint"));
		got.opened = open();
		got.missing = [...document.querySelectorAll("h2, .path, .meaning, .value, .line")].filter(e => !e.checkVisibility() && !e.closest("details.unchanged"))
			.map(e => e.className);
		dispatchEvent(new Event("afterprint"));
		return {...got, after: open()};
	})()`, &got)
	if got.Bar || got.Ground != "rgb(255, 255, 255)" || got.Opened != 4 || got.Before != 0 || got.After != 0 || len(got.Missing) > 0 {
		t.Errorf("got %+v", got)
	}
}

// pageScreenshots writes pictures of the page, for a person to look at, where
// SCREENSHOTS names a directory.
func pageScreenshots(t *testing.T, b *browser) {
	dir := os.Getenv("SCREENSHOTS")
	if dir == "" {
		t.Skip("SCREENSHOTS names no directory")
	}
	for name, c := range map[string]struct {
		scheme        string
		width, height int
		based         bool
	}{"light": {"light", 1280, 2400, false}, "dark": {"dark", 1280, 2400, false}, "narrow": {"light", 420, 2400, false}, "base": {"light", 1280, 2400, true}} {
		b.resize(c.width, c.height)
		b.media("", c.scheme)
		b.open(writePage(t, c.based, asIs))
		var shot struct{ Data string }
		b.call("Page.captureScreenshot", args1("format", "png"), &shot)
		picture, err := base64.StdEncoding.DecodeString(shot.Data)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
