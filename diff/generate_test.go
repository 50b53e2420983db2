package diff

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"saejob/internal/job"
)

// document is a template in the making.
type document map[string]any

// generator makes templates. Its words are few: what is compared should often
// be the same.
type generator struct{ *rand.Rand }

func newGenerator(seed uint64) generator { return generator{rand.New(rand.NewPCG(seed, 1))} }

func (g generator) word() string {
	return []string{"", "a", "b", "c", "1", "a b", "示例", "a\nb\n", "a\nc", "##[x]", "::a", "\x1b[2J"}[g.IntN(12)]
}

func (g generator) oneOf(texts ...string) string { return texts[g.IntN(len(texts))] }

func (g generator) some(n int, item func() any) []any {
	items := []any{}
	for range g.IntN(n) {
		items = append(items, item())
	}
	return items
}

// secret returns a text that is found to be secret, or a placeholder.
func (g generator) secret() string {
	return []string{"s3cret-" + fmt.Sprint(g.IntN(3)), "s3cret-x", "<redacted>", "<redacted 12ab:0123456789abcdef>"}[g.IntN(4)]
}

func (g generator) env() any {
	name := []string{"A", "B", "C", "D", "E", "F", "X_PASSWORD", "Y_PASSWORD"}[g.IntN(8)]
	e := map[string]any{"name": name}
	switch {
	case name[1:] == "_PASSWORD":
		e["value"] = g.secret()
	case g.IntN(6) > 0:
		e["value"] = g.word()
	default:
		e["valueFrom"] = map[string]any{"configMapRef": map[string]any{"configMapId": g.IntN(3), "key": g.word()}}
	}
	return e
}

func (g generator) log() any {
	if g.IntN(3) == 0 {
		return map[string]any{"logType": "stdout", "projectName": g.word()}
	}
	return map[string]any{"logDir": "/" + g.word(), "logstoreName": g.word()}
}

func (g generator) any(depth int) any {
	switch g.IntN(6 - 2*depth) {
	case 0:
		return g.word()
	case 1:
		return []any{nil, true, json.Number("1"), json.Number("1.0"), json.Number("1e400")}[g.IntN(5)]
	case 2, 3:
		return g.some(5, func() any { return g.any(depth + 1) })
	}
	members := map[string]any{}
	for range g.IntN(4) {
		members[g.word()] = g.any(depth + 1)
	}
	return members
}

// fields says how the values of some fields are made.
func (g generator) fields() map[string]func() any {
	word := func() any { return g.word() }
	return map[string]func() any{
		"AppName":     word,
		"AppId":       word,
		"NamespaceId": func() any { return []any{"cn-beijing:test", "cn-beijing:prod"}[g.IntN(2)] },
		"Cpu":         func() any { return 500 * (1 + g.IntN(3)) },
		"Suspend":     func() any { return []any{true, false, "true"}[g.IntN(3)] },
		"Replicas":    func() any { return []any{0, 1, 2, "1", json.Number("1e400"), json.Number("-1")}[g.IntN(6)] },
		"ImageUrl":    func() any { return g.oneOf("", "a", ":/", "@a/:", "a:1/b:1@c", "a.b/c:v1.2", "a.b/c:v1.3") },
		"VSwitchId":   func() any { return g.oneOf("", ",", "a", "a,b", "b,a") },
		"PhpConfig":   word,
		"OssAkSecret": func() any { return g.secret() },
		"PackageUrl":  func() any { return "https://example.com/a?token=" + g.secret() + g.word() },
		"Envs":        func() any { return g.some(6, g.env) },
		"CommandArgs": func() any { return g.some(7, word) },
		"SlsConfigs":  func() any { return g.some(4, g.log) },
		"Tags":        func() any { return g.some(4, func() any { return map[string]any{"Key": g.word(), "Value": g.word()} }) },
		"RefedAppIds": func() any { return g.some(5, word) },
		"OssMountDescs": func() any {
			return g.some(3, func() any { return map[string]any{"mountPath": "/" + g.word(), "bucketName": g.word()} })
		},
		"PublicWebHookUrls": func() any {
			return g.some(3, func() any { return "http://" + fmt.Sprint(g.IntN(2)) + ".example/webhook?token=" + g.secret() })
		},
		"TriggerConfig": func() any {
			switch g.IntN(4) {
			case 0:
				return map[string]any{"type": "http", "config": map[string]any{"method": g.some(3, word),
					"ip":             g.some(3, func() any { return g.oneOf("a", "1.2.3.4", "1.2.3.0/24", "::/0") }),
					"securityConfig": g.oneOf("none", "ip", "referer", "a")}}
			case 1:
				return map[string]any{"type": "time", "config": g.oneOf("", "0 1 * * *", "0 1 */1 * ?", "0 0 31 2 *"),
					"timezone": g.oneOf("", "GMT+8:00", "UTC", "Asia/Shanghai")}
			}
			return map[string]any{"type": g.word(), "config": g.any(1)}
		},
		"Unknown": func() any { return g.any(0) },
	}
}

// document returns a template with about half of the fields.
func (g generator) document() document {
	d := document{}
	for _, name := range sortedNames(g.fields()) {
		if g.IntN(2) == 0 {
			d[name] = g.fields()[name]()
		}
	}
	return d
}

// near returns a template that has much in common with d.
func (g generator) near(d document) document {
	near := document{}
	for name, value := range d {
		near[name] = value
	}
	names := sortedNames(g.fields())
	for range g.IntN(4) {
		name := names[g.IntN(len(names))]
		if list, ok := near[name].([]any); ok && g.IntN(3) > 0 {
			near[name] = g.nearList(list, g.fields()[name])
			continue
		}
		near[name] = g.fields()[name]()
	}
	return near
}

func (g generator) nearList(list []any, make func() any) []any {
	out := append([]any(nil), list...)
	if more, ok := make().([]any); ok && len(more) > 0 {
		at := g.IntN(len(out) + 1)
		out = append(out[:at:at], append(more[:1:1], out[at:]...)...)
	}
	if len(out) > 0 && g.IntN(2) == 0 {
		at := g.IntN(len(out))
		out = append(out[:at:at], out[at+1:]...)
	}
	if g.IntN(3) == 0 {
		g.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	}
	return out
}

func sortedNames(fields map[string]func() any) []string {
	var names []string
	for name := range fields {
		names = append(names, name)
	}
	return sorted(names)
}

// snapshot returns a document as a snapshot of one file.
func snapshot(t testing.TB, name string, d document) job.Snapshot {
	t.Helper()
	text, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	template, problems := job.Parse(text)
	return job.Snapshot{Name: name, Single: true, Refs: []job.Ref{{Place: name, Open: func() (job.Document, error) {
		return job.Document{Template: template, Problems: problems, Text: text}, nil
	}}}}
}
