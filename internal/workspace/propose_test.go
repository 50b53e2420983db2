package workspace

import (
	"fmt"
	"math/rand/v2"
	"path"
	"slices"
	"testing"

	"saejob/internal/config"
	"saejob/internal/trial"
)

// TestPropose: wherever files of whatever namespaces stand, the configuration is one,
// and each namespace is of an environment.
func TestPropose(t *testing.T) {
	for seed := range uint64(trial.Cases(2_000, 150)) {
		g := rand.New(rand.NewPCG(seed, 1))
		t.Chdir(t.TempDir())
		var want []string
		for i := range 1 + g.IntN(8) {
			region := pick(g, "cn-beijing", "cn-hangzhou")
			id := pick(g, region, region+":prod", region+":test", region+":cn-a", region+":a: b", region+`:\`)
			dir := pick(g, ".", "jobs", "jobs/prod", "a/"+region+"/prod", region+"/_default", "a/b", `a\b`, "a", "NaN", "a b")
			write(t, path.Join(dir, fmt.Sprintf("%d.yaml", i)), fmt.Sprintf("AppName: a\nCpu: 500\nNamespaceId: %q\n", id))
			want = append(want, id)
		}
		proposals, err := Propose(t.Context(), "", nil)
		if err != nil {
			t.Fatal(seed, err)
		}
		if len(proposals) > 0 && proposals[0].Directory == "." && len(proposals) > 1 {
			t.Errorf("seed %d: %+v", seed, proposals)
		}
		mustHave(t, seed, proposals, want)
	}
}

// TestProposeAsked: what is asked for is proposed, and nothing else.
func TestProposeAsked(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "jobs/a.yaml", "AppName: a\nCpu: 500\nNamespaceId: cn-beijing:prod\n")
	write(t, "jobs/b.yaml", "AppName: b\nCpu: 500\nNamespaceId: cn-beijing:test\n")
	write(t, "c/cn-hangzhou/prod/c.yaml", "AppName: c\nCpu: 500\nNamespaceId: cn-hangzhou:prod\n")
	for _, c := range []struct {
		region     string
		namespaces []string
		want       string
	}{
		{"", nil, "c cn-hangzhou [] c, jobs cn-beijing [cn-beijing:prod cn-beijing:test] jobs"},
		{"cn-beijing", nil, "jobs cn-beijing [cn-beijing:prod cn-beijing:test] jobs"},
		{"cn-beijing", []string{"test"}, "test cn-beijing [cn-beijing:test] jobs"},
		{"", []string{"cn-hangzhou:prod", "cn-beijing:"}, "prod cn-hangzhou [cn-hangzhou:prod] c/cn-hangzhou/prod, default cn-beijing [cn-beijing] default"},
		{"cn-shanghai", nil, "default cn-shanghai [] default"},
		{"cn-shanghai", []string{"ns-1", "cn-shanghai:ns-1", "cn-shanghai"}, "ns_1 cn-shanghai [cn-shanghai:ns-1] ns_1, default cn-shanghai [cn-shanghai] default"},
	} {
		proposals, err := Propose(t.Context(), c.region, c.namespaces)
		got := ""
		for i, p := range proposals {
			if i > 0 {
				got += ", "
			}
			got += fmt.Sprint(p.Name, " ", p.Region, " ", p.Namespaces, " ", p.Directory)
		}
		if err != nil || got != c.want {
			t.Errorf("%s %v: got %s, %v; want %s", c.region, c.namespaces, got, err, c.want)
		}
	}
}

func pick(g *rand.Rand, from ...string) string { return from[g.IntN(len(from))] }

// mustHave checks that environments make a configuration, and have these namespaces.
func mustHave(t *testing.T, seed uint64, proposals []Proposal, namespaces []string) {
	t.Helper()
	var all []config.Environment
	for _, p := range proposals {
		all = append(all, p.Environment)
	}
	text := config.Starter(all)
	if _, problems, err := config.Parse(config.Name, text, anyName); err != nil || len(problems) > 0 {
		t.Fatalf("seed %d: %v %v\n%s", seed, problems, err, text)
	}
	for _, id := range namespaces {
		if !slices.ContainsFunc(all, func(e config.Environment) bool { return e.Covers(id) }) {
			t.Errorf("seed %d: no environment has %s\n%s", seed, id, text)
		}
	}
}

// TestProposeOverlap: of two environments whose files stand in each other, the one with more
// files has the directory; of the other it is said where its files are.
func TestProposeOverlap(t *testing.T) {
	for few, many := range map[string]string{"jobs/deep": "jobs", "jobs": "jobs/deep"} {
		t.Chdir(t.TempDir())
		write(t, few+"/a.yaml", "AppName: a\nCpu: 500\nNamespaceId: cn-beijing:prod\n")
		write(t, many+"/b.yaml", "AppName: b\nCpu: 500\nNamespaceId: cn-hangzhou:prod\n")
		write(t, many+"/c.yaml", "AppName: c\nCpu: 500\nNamespaceId: cn-hangzhou:prod\n")
		proposals, err := Propose(t.Context(), "", nil)
		if err != nil || len(proposals) != 2 {
			t.Fatal(proposals, err)
		}
		for _, p := range proposals {
			own, want := p.Directory, many
			if p.Region == "cn-beijing" {
				own, want = p.Elsewhere, few
			}
			if own != want || (p.Files == 1) != (want == few) || (p.Elsewhere != "") != (want == few) {
				t.Errorf("%s has few: %+v", few, p)
			}
		}
	}
}
