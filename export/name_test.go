package export

import (
	"math/rand/v2"
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"saejob/internal/job"
)

func TestFileName(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"nightly-report", "nightly-report"},
		{"A_b.c-9", "A_b.c-9"},
		{"../x", "%2E.%2Fx"},
		{"..", "%2E%2E"},
		{".", "%2E"},
		{"a/b", "a%2Fb"},
		{`a\b`, "a%5Cb"},
		{"a.", "a%2E"},
		{"a ", "a%20"},
		{".git", "%2Egit"},
		{".GIT", "%2EGIT"},
		{"git~1", "git%7E1"},
		{".saejob-a.tmp", "%2Esaejob-a.tmp"},
		{"-x", "-x"},
		{"a:b", "a%3Ab"},
		{"a\x00b", "a%00b"},
		{"a\nb\x1b[m", "a%0Ab%1B%5Bm"},
		{"%41", "%2541"},
		{"a~0123abcd", "a%7E0123abcd"},
		{"CON", "%43ON"},
		{"con.yaml", "%63on.yaml"},
		{"Aux.tar.gz", "%41ux.tar.gz"},
		{"nul", "%6Eul"},
		{"PRN", "%50RN"},
		{"com0", "%63om0"},
		{"COM9", "%43OM9"},
		{"lpt1", "%6Cpt1"},
		{"COM¹", "%43OM¹"},
		{"lpt².x", "%6Cpt².x"},
		{"CON1", "CON1"},
		{"COM10", "COM10"},
		{"console", "console"},
		{"ｃｏｎ", "%EF%BD%83ｏｎ"},
		{"结算", "结算"},
		{"café", "café"},
		{"cafe\u0301", "cafe\u0301"},
		{"🎉", "🎉"},
		{"a\u200bb", "a%E2%80%8Bb"},
		{"a\u202eb", "a%E2%80%AEb"},
		{"a\u00a0b\u3000c", "a%C2%A0b%E3%80%80c"},
		{"✔\ufe0f", "✔%EF%B8%8F"},
		{"\u3164", "%E3%85%A4"},
		{"a\xff", "a%FF"},
		{"", ""},
	} {
		if got := fileName(c.name); got != c.want {
			t.Errorf("fileName(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNameSuffix(t *testing.T) {
	// The first four bytes of SHA-256 of "id-1".
	const suffix = "~eb66c623"
	for _, c := range []struct{ name, want string }{
		{"", suffix},
		{strings.Repeat("a", 120), strings.Repeat("a", 120)},
		{strings.Repeat("a", 300), strings.Repeat("a", 120) + suffix},
		{strings.Repeat("a", 119) + "é", strings.Repeat("a", 119) + suffix},
		{strings.Repeat("a", 118) + "é", strings.Repeat("a", 118) + "é"},
		{strings.Repeat("a", 118) + "/", strings.Repeat("a", 118) + suffix},
		{strings.Repeat("a", 117) + "/", strings.Repeat("a", 117) + "%2F"},
		{strings.Repeat("a", 117) + "//", strings.Repeat("a", 117) + "%2F" + suffix},
		{"con" + strings.Repeat(".", 130), "%63on" + strings.Repeat(".", 115) + suffix},
	} {
		if got := plainName(job.Identity{AppID: "id-1", Name: c.name}); got != c.want {
			t.Errorf("plainName(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNamespace(t *testing.T) {
	for _, c := range []struct{ region, space, want string }{
		{"cn-beijing", "cn-beijing:prod", "cn-beijing/prod"},
		{"cn-beijing", "cn-beijing", "cn-beijing/_default"},
		{"cn-beijing", "cn-beijing:", "cn-beijing/_default"},
		{"cn-beijing", "", "cn-beijing/_default"},
		{"cn-beijing", "prod", "cn-beijing/prod"},
		{"cn-beijing", "cn-beijing:_default", "cn-beijing/%5Fdefault"},
		{"cn-beijing", "cn-shanghai:prod", "cn-beijing/cn-shanghai%3Aprod"},
		{"", "cn-beijing:prod", "cn-beijing/prod"},
		{"", "cn-beijing", "cn-beijing/_default"},
		{"", "", "_unknown/_default"},
		{"../..", "../..:..", "%2E.%2F.%2E/%2E%2E"},
		{"a/b", "a/b:con", "a%2Fb/%63on"},
		{"r", "r:" + strings.Repeat("n", 200), "r/" + strings.Repeat("n", 120) + "~" + digest(strings.Repeat("n", 200))},
	} {
		region, space := namespace(job.Identity{RegionID: c.region, NamespaceID: c.space})
		if got := region + "/" + space; got != c.want {
			t.Errorf("namespace(%q, %q) = %q, want %q", c.region, c.space, got, c.want)
		}
	}
}

// hostile are parts of names that are likely to meet.
var hostile = []string{
	"", "a", "A", "ä", "a\u0308", "Ä", "/", `\`, ".", "..", "~", "%", "%41", "_", "_default", " ", "\x00", "\n", "con", "COM1",
	".git", "-", ":", "é", "ﬁ", "fi", "ß", "ss", "\u202e", "🎉", "\xff", "K", "K", "~eb66c623", strings.Repeat("x", 119), strings.Repeat("é", 60),
}

func hostileName(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(4) {
		b.WriteString(hostile[r.IntN(len(hostile))])
	}
	return b.String()
}

// Whatever templates are called, no two have one file, on any system, every file
// is where it should be, and the order of the list decides nothing.
func TestPlacesAreApart(t *testing.T) {
	if testing.Short() {
		t.Skip("one at a time: the race detector has nothing to see")
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		l := &Listing{Flat: r.IntN(2) == 0}
		for i := range 30 {
			id := job.Identity{AppID: string(rune('a' + i)), Name: hostileName(r), RegionID: hostileName(r)}
			id.NamespaceID = id.RegionID + ":" + hostileName(r)
			l.Answers = append(l.Answers, Answer{Identity: id})
		}
		where := map[string]string{}
		seen := map[string]bool{}
		for _, p := range place(l, &index{}) {
			if p.refused != nil {
				t.Fatalf("%+v is refused: %v", p.answer.Identity, p.refused)
			}
			if seen[fold(p.path)] {
				t.Fatalf("two templates share %q", p.path)
			}
			seen[fold(p.path)] = true
			where[p.answer.Identity.AppID] = p.path
			checkPath(t, p.path, l.Flat)
		}
		r.Shuffle(len(l.Answers), func(i, j int) { l.Answers[i], l.Answers[j] = l.Answers[j], l.Answers[i] })
		for _, p := range place(l, &index{}) {
			if want := where[p.answer.Identity.AppID]; p.path != want {
				t.Fatalf("%+v: %q, in another order %q", p.answer.Identity, p.path, want)
			}
		}
	}
}

func checkPath(t *testing.T, name string, flat bool) {
	t.Helper()
	parts := strings.Split(name, "/")
	want := 3
	if flat {
		want = 1
	}
	if len(parts) != want || path.Clean(name) != name || !utf8.ValidString(name) {
		t.Fatalf("path %q", name)
	}
	for _, part := range parts {
		if len(part) > 140 || part[0] == '.' || strings.HasSuffix(part, ".") || isReserved(part) ||
			strings.ContainsAny(part, `\:*?"<>| `+"\x00\n") {
			t.Fatalf("path %q has the part %q", name, part)
		}
	}
}
