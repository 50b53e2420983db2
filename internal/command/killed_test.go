package command

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"testing"
	"time"

	"saejob/internal/emulator"
	"saejob/internal/trial"
)

// soak gives all when SOAK is set, as make soak does, else usual; a few with
// -short, as under the race detector.
func soak(all, usual int) int {
	switch {
	case os.Getenv("SOAK") != "":
		return all
	case testing.Short():
		return usual / 5
	}
	return usual
}

// TestKilledAnywhere: an export that is killed, from its first written file to
// its last, leaves every file as it was or as it is to be, and nothing else
// behind; the next run completes.
func TestKilledAnywhere(t *testing.T) {
	const templates = 20
	server, err := emulator.New(emulator.Options{Data: trial.Templates(templates, "old")})
	if err != nil {
		t.Fatal(err)
	}
	listener := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(2 * time.Millisecond) // so that a run takes a while
		server.ServeHTTP(w, r)
	}))
	defer listener.Close()
	run := exporter(t, listener.URL)
	dir := t.TempDir()
	texts := map[string]map[string]string{} // by version and file
	whole := func(version, what string) {
		t.Helper()
		putAll(t, server, templates, version)
		if out, err := run(dir).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", what, err, out)
		}
	}
	for _, version := range []string{"old", "new"} {
		whole(version, version)
		texts[version] = tree(t, dir)
	}
	g := rand.New(rand.NewPCG(1, 1))
	var spread [templates + 1]int // kills, by how many files were written by then
	kills := soak(300, 20)
	for i := 0; sum(spread[:]) < kills; i++ {
		if i > 2*kills {
			t.Fatalf("of %d exports %d were not killed: they had ended", i, i-sum(spread[:]))
		}
		version, before := []string{"old", "new"}[i%2], tree(t, dir)
		putAll(t, server, templates, version)
		killed := killAfter(t, run(dir), before, 1+g.IntN(templates), time.Duration(g.IntN(5000))*time.Microsecond)
		written, after := 0, tree(t, dir)
		for name := range before {
			switch text := after[name]; {
			case text == texts[version][name] && text != "":
				written++
			case text != before[name] || text == "":
				t.Fatalf("kill %d: %s is neither the old file nor the new one:\n%.200s", i, name, text)
			}
		}
		if killed {
			spread[written]++
		}
		whole(version, fmt.Sprintf("after kill %d", i))
		if after := tree(t, dir); !maps.Equal(after, texts[version]) {
			t.Fatalf("after kill %d and a whole run there are %d files: %.1000v", i, len(after), after)
		}
	}
	t.Logf("kills by files written: %v", spread)
	for from := 1; from < templates && os.Getenv("SOAK") != ""; from += 5 {
		if sum(spread[from:from+5]) < 30 {
			t.Errorf("hardly any kill with %d to %d files written", from, from+4)
		}
	}
}

func sum(numbers []int) (total int) {
	for _, n := range numbers {
		total += n
	}
	return total
}

// killAfter starts an export, and kills it when as many of the files are others
// than before, and a little later. It tells whether that came before its end.
func killAfter(t *testing.T, command *exec.Cmd, before map[string]string, files int, later time.Duration) (killed bool) {
	t.Helper()
	was := map[string]fs.FileInfo{}
	for name := range before {
		was[name], _ = os.Lstat(name)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan bool)
	go func() {
		_ = command.Wait()
		close(ended)
	}()
	for changed := 0; changed < files; {
		changed = 0
		for name, old := range was {
			if now, err := os.Lstat(name); err != nil || !os.SameFile(now, old) {
				changed++
			}
		}
		select {
		case <-ended:
			return false
		case <-time.After(100 * time.Microsecond):
		}
	}
	time.Sleep(later)
	_ = command.Process.Kill()
	<-ended
	return !command.ProcessState.Exited()
}
