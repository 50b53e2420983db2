package export

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const prod, test = "cn-beijing:prod", "cn-beijing:test"

func TestPlaceByRequest(t *testing.T) {
	dir := t.TempDir()
	one := listed(t, true, answerOf("1", "nightly", prod))
	equal(t, "one namespace", write(t, dir, one), "added nightly.yaml\n")

	dir = t.TempDir()
	all := listed(t, false, answerOf("1", "nightly", prod), answerOf("2", "nightly", test), answerOf("3", "nightly", "cn-beijing"))
	const want = "added cn-beijing/_default/nightly.yaml\nadded cn-beijing/prod/nightly.yaml\nadded cn-beijing/test/nightly.yaml\n"
	equal(t, "check", check(t, dir, all), want)
	equal(t, "all namespaces", write(t, dir, all), want)
}

func TestSecondNamespaceInOneDirectory(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "nightly", prod)))
	l := listed(t, true, answerOf("2", "nightly", test))
	equal(t, "second namespace", write(t, dir, l), "added nightly~d4735e3a.yaml\n")
	equal(t, "again", write(t, dir, l), "unchanged nightly~d4735e3a.yaml\n")
	equal(t, "first", write(t, dir, listed(t, true, answerOf("1", "nightly", prod))), "unchanged nightly.yaml\n")
}

func TestMadeAgain(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "nightly", prod)))
	edit(t, "Cpu: 500", "# enough\nCpu: 500", dir, "nightly.yaml")
	l := listed(t, true, answerOf("2", "nightly", prod))
	equal(t, "check", check(t, dir, l), "changed nightly.yaml\n")
	equal(t, "made again", write(t, dir, l), "changed nightly.yaml\n")
	if text := read(t, dir, "nightly.yaml"); !strings.Contains(text, "AppId: \"2\"") || !strings.Contains(text, "# enough\nCpu") {
		t.Error(text)
	}

	t.Run("still listed", func(t *testing.T) {
		l := listed(t, true, answerOf("2", "nightly", prod), answerOf("3", "nightly", prod))
		equal(t, "both", write(t, dir, l), "unchanged nightly.yaml\nadded nightly~4e074085.yaml\n")
	})
	t.Run("listed under another name", func(t *testing.T) {
		dir := t.TempDir()
		write(t, dir, listed(t, true, answerOf("2", "nightly", prod)))
		l := listed(t, true, answerOf("2", "weekly", prod), answerOf("3", "nightly", prod))
		equal(t, "both", check(t, dir, l), "added nightly~4e074085.yaml\nmoved weekly.yaml (from nightly.yaml)\n")
	})
	t.Run("listed, not asked for", func(t *testing.T) {
		l := listed(t, true, answerOf("4", "nightly", prod))
		l.others = listed(t, true, answerOf("2", "nightly", prod)).identities()
		equal(t, "only one", check(t, dir, l), "added nightly~4b227777.yaml\n")
	})
}

func TestWrittenByHandBefore(t *testing.T) {
	dir := t.TempDir()
	put(t, "AppName: nightly # mine\nNamespaceId: \"cn-beijing:prod\"\nRegionId: cn-beijing\n", dir, "nightly.yaml")
	put(t, "AppName: hourly\nNamespaceId: \"cn-beijing:test\"\nRegionId: cn-beijing\n", dir, "hourly.yaml")
	put(t, "AppName: nightly\nNamespaceId: \"cn-beijing:prod\"\nRegionId: cn-beijing\n", dir, "weekly.yaml")
	put(t, "name: ci\n", dir, "daily.yaml")
	got := write(t, dir, listed(t, true, answerOf("1", "nightly", prod), answerOf("2", "hourly", prod), answerOf("3", "daily", prod), answerOf("4", "weekly", prod)))
	equal(t, "outcomes", got, "added daily~4e074085.yaml\nadded hourly~d4735e3a.yaml\nchanged nightly.yaml\nadded weekly~4b227777.yaml\n")
	equal(t, "another's file", read(t, dir, "daily.yaml"), "name: ci\n")
	if !strings.Contains(read(t, dir, "nightly.yaml"), "AppName: nightly # mine\n") {
		t.Error("the comment is gone")
	}
}

func TestRename(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "old", prod)))
	edit(t, "Cpu", "# enough\nCpu", dir, "old.yaml")
	if err := os.Chmod(filepath.Join(dir, "old.yaml"), 0o640); err != nil {
		t.Fatal(err)
	}
	l := listed(t, true, answerOf("1", "new", prod))
	equal(t, "check", check(t, dir, l), "moved new.yaml (from old.yaml)\n")
	equal(t, "rename", write(t, dir, l), "moved new.yaml (from old.yaml)\n")
	equal(t, "files", names(t, dir), "new.yaml\n")
	if !strings.Contains(read(t, dir, "new.yaml"), "# enough\nCpu") {
		t.Error("the comment is gone")
	}
	if info, _ := os.Stat(filepath.Join(dir, "new.yaml")); info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v", info.Mode())
	}
	equal(t, "again", write(t, dir, l), "unchanged new.yaml\n")
}

func TestRenameInCaseAlone(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "Nightly", prod)))
	equal(t, "rename", write(t, dir, listed(t, true, answerOf("1", "nightly", prod))), "moved nightly.yaml (from Nightly.yaml)\n")
	equal(t, "files", names(t, dir), "nightly.yaml\n")
}

func TestMoveToAnotherNamespace(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, false, answerOf("1", "nightly", prod)))
	got := write(t, dir, listed(t, false, answerOf("1", "nightly", test)))
	equal(t, "move", got, "moved cn-beijing/test/nightly.yaml (from cn-beijing/prod/nightly.yaml)\n")
	equal(t, "files", names(t, dir), "cn-beijing/test/nightly.yaml\n")
}

// Each takes the other's name: neither file may be written over.
func TestRenameCrosswise(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "a", prod), answerOf("2", "b", prod)))
	l := listed(t, true, answerOf("1", "b", prod), answerOf("2", "a", prod))
	const want = "moved a~d4735e3a.yaml (from b.yaml)\nmoved b~6b86b273.yaml (from a.yaml)\n"
	equal(t, "check", check(t, dir, l), want)
	equal(t, "crosswise", write(t, dir, l), want)
	equal(t, "again", write(t, dir, l), "unchanged a~d4735e3a.yaml\nunchanged b~6b86b273.yaml\n")
}

func TestRenameWhereAnotherFileIs(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "old", prod)))
	put(t, "AppName: new # kept\nNamespaceId: \"cn-beijing:prod\"\nRegionId: cn-beijing\n", dir, "new.yaml")
	got := write(t, dir, listed(t, true, answerOf("1", "new", prod)))
	equal(t, "rename", got, "moved new~6b86b273.yaml (from old.yaml)\n")
	if !strings.Contains(read(t, dir, "new.yaml"), "# kept") {
		t.Error("new.yaml was written over")
	}
}

// Nowhere to move to: the file stays, and no other is written over.
func TestRenameWhereNoPlaceIsFree(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "old", prod)))
	put(t, "name: ci\n", dir, "new.yaml")
	put(t, "name: ci\n", dir, "new~6b86b273.yaml")
	l := listed(t, true, answerOf("1", "new", prod))
	equal(t, "rename", write(t, dir, l), "changed old.yaml\n")
	equal(t, "again", write(t, dir, l), "unchanged old.yaml\n")
	equal(t, "another", write(t, t.TempDir(), l), "added new.yaml\n")

	if err := os.Remove(filepath.Join(dir, "old.yaml")); err != nil {
		t.Fatal(err)
	}
	equal(t, "no file", write(t, dir, l), "refused new~6b86b273.yaml: new~6b86b273.yaml is occupied by another file; move that file\n")
}

func TestPutElsewhereByHand(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "nightly", prod)))
	if err := os.MkdirAll(filepath.Join(dir, "team/pay"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(dir, "nightly.yaml"), filepath.Join(dir, "team/pay/settle.yml")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		flat   bool
		answer string
		want   string
	}{
		{true, answerOf("1", "nightly", prod), "unchanged"},
		{false, answerOf("1", "nightly", prod), "unchanged"},
		{true, answerOf("1", "renamed", prod), "changed"},
		{false, answerOf("1", "renamed", test), "changed"},
	} {
		equal(t, "moved by hand", write(t, dir, listed(t, c.flat, c.answer)), c.want+" team/pay/settle.yml\n")
	}
	equal(t, "files", names(t, dir), "team/pay/settle.yml\n")
	// The name is free for another one.
	equal(t, "another", write(t, dir, listed(t, true, answerOf("2", "nightly", prod))), "added nightly.yaml\n")
}

func TestNamesEqualButForCase(t *testing.T) {
	for _, pair := range [][2]string{{"Job", "job"}, {"caf\u00e9", "cafe\u0301"}, {"fi", "ﬁ"}} {
		dir := t.TempDir()
		first, second := answerOf("1", pair[0], prod), answerOf("2", pair[1], prod)
		write(t, dir, listed(t, true, first))
		// A file that is there stays; the second one keeps clear of it.
		got := write(t, dir, listed(t, true, first, second))
		if !strings.Contains(got, "unchanged "+pair[0]+".yaml\n") || !strings.Contains(got, "added "+pair[1]+"~d4735e3a.yaml\n") {
			t.Errorf("the second later:\n%s", got)
		}
		for _, l := range []*Listing{listed(t, true, first, second), listed(t, true, second, first)} {
			dir := t.TempDir()
			write(t, dir, l)
			got, want := strings.Fields(names(t, dir)), []string{pair[0] + "~6b86b273.yaml", pair[1] + "~d4735e3a.yaml"}
			if len(got) != 2 || got[0] != want[0] && got[0] != want[1] || got[1] != want[0] && got[1] != want[1] || got[0] == got[1] {
				t.Errorf("files %q, want %q", got, want)
			}
		}
	}
}

// The template is alone, but a file of another one is equal but for case.
func TestFileEqualButForCase(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "Job", test)))
	equal(t, "outcome", write(t, dir, listed(t, true, answerOf("2", "job", prod))), "added job~d4735e3a.yaml\n")
}

func TestTwoFilesOfOneAppID(t *testing.T) {
	dir := t.TempDir()
	l := listed(t, true, answerOf("1", "nightly", prod), answerOf("2", "hourly", prod))
	write(t, dir, l)
	put(t, read(t, dir, "nightly.yaml"), dir, "copies", "nightly.yaml")
	before := look(t, dir)
	const want = "unchanged hourly.yaml\nrefused nightly.yaml: copies/nightly.yaml and nightly.yaml both have this AppId; remove one of them\n"
	equal(t, "outcomes", write(t, dir, l), want)
	untouched(t, dir, before)

	// Both where a file of this template may be.
	dir = t.TempDir()
	l = listed(t, true, answerOf("1", "nightly", prod))
	write(t, dir, l)
	put(t, read(t, dir, "nightly.yaml"), dir, "nightly~6b86b273.yaml")
	before = look(t, dir)
	equal(t, "outcomes", write(t, dir, l), "refused nightly.yaml: nightly.yaml and nightly~6b86b273.yaml both have this AppId; remove one of them\n")
	untouched(t, dir, before)
}

// A move was killed when the new file was there and the old one still.
func TestMoveKilledHalfWay(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "old", prod)))
	edit(t, "Cpu", "# enough\nCpu", dir, "old.yaml")
	old := read(t, dir, "old.yaml")
	l := listed(t, true, answerOf("1", "new", prod))
	write(t, dir, l)
	put(t, old, dir, "old.yaml")

	later := listed(t, true, answerOf("1", "new", prod, "Timeout", "60"))
	equal(t, "check", check(t, dir, later), "moved new.yaml (from old.yaml)\n")
	equal(t, "finish", write(t, dir, later), "moved new.yaml (from old.yaml)\n")
	equal(t, "files", names(t, dir), "new.yaml\n")
	if text := read(t, dir, "new.yaml"); !strings.Contains(text, "# enough\nCpu") || !strings.Contains(text, "Timeout: 60") {
		t.Error(text)
	}

	// What somebody wrote into the old file is not thrown away.
	put(t, strings.Replace(old, "# enough", "# not enough", 1), dir, "old.yaml")
	before := look(t, dir)
	equal(t, "edited", write(t, dir, later), "refused new.yaml (from old.yaml): new.yaml and old.yaml both have this AppId; remove one of them\n")
	untouched(t, dir, before)
}

func TestAnsweredTwice(t *testing.T) {
	dir := t.TempDir()
	l := listed(t, true, answerOf("1", "a", prod), answerOf("1", "b", prod))
	l.Answers[0].Origin, l.Answers[1].Origin = "x.json", "y.json"
	const why = ": another saved answer has the same AppId; keep only one\n"
	equal(t, "outcomes", write(t, dir, l), "refused a.yaml: x.json"+why+"refused b.yaml: y.json"+why)
	equal(t, "files", names(t, dir), "")
}

func TestWithoutAppID(t *testing.T) {
	dir := t.TempDir()
	l := listed(t, true, `{"AppName":"a","Cpu":500}`)
	equal(t, "first", write(t, dir, l), "added a.yaml\n")
	equal(t, "again", write(t, dir, l), "unchanged a.yaml\n")
	two := listed(t, true, `{"AppName":"b","Cpu":500}`, `{"AppName":"b","Cpu":1000}`)
	if got := write(t, dir, two); !strings.Contains(got, "refused b~e3b0c442.yaml: another template without AppId") {
		t.Error(got)
	}
}

// Broken files belong to no template and stay; one at the place of a template stops it.
func TestBrokenFiles(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "moved", prod), answerOf("2", "here", prod)))
	// Refused, but the AppId can be told.
	if err := os.Rename(filepath.Join(dir, "moved.yaml"), filepath.Join(dir, "elsewhere.yaml")); err != nil {
		t.Fatal(err)
	}
	edit(t, "Cpu: 500", "Cpu: 0500", dir, "elsewhere.yaml")
	put(t, "<<<<<<< HEAD\nAppName: here\n=======\n", dir, "here.yaml")
	put(t, "a: [\n", dir, "unrelated.yaml")
	before := look(t, dir)
	got := write(t, dir, listed(t, true, answerOf("1", "moved", prod), answerOf("2", "here", prod)))
	lines := strings.Split(got, "\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[0], "refused elsewhere.yaml: elsewhere.yaml:") || !strings.HasPrefix(lines[1], "refused here.yaml: here.yaml:") {
		t.Error(got)
	}
	untouched(t, dir, before)
}

func TestHiddenDirectoriesAreNotLookedThrough(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "nightly", prod)))
	put(t, read(t, dir, "nightly.yaml"), dir, ".git", "nightly.yaml")
	put(t, read(t, dir, "nightly.yaml"), dir, ".nightly.yaml")
	equal(t, "again", write(t, dir, listed(t, true, answerOf("1", "nightly", prod))), "unchanged nightly.yaml\n")
}
