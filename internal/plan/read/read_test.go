package read_test

import (
	"math"
	"reflect"
	"testing"
	"testing/fstest"

	"saejob/internal/plan"
	"saejob/internal/plan/read"
)

// Every construct that is known, once.
const everything = `
// Package p is an example.
package p

import (
	"list"
	"net"
	"strings"
)

// Where it says so.
_page: "https://example.com/page"
_other: "https://example.com/other"

// The root.
#T: {
	@topic(t)

	// One of
	// some.
	kind!: "A" | "B" @sae(plain, open, immutable) @change(kind-changed, error)
	size!: 1 | 2 | -3 @sae(scope=server, immutable=new-template)
	room!: int64 & >=-1 & >=-5 & <=9 & <=12
	"odd name"?: (string & =~"^a" & strings.MinRunes(2) & strings.MinRunes(1) & strings.MaxRunes(5))
	words?: [...string] & list.MinItems(2) & list.MinItems(1) @sae(json, set, scope=environment)
	mixed?: [...(int32 | string)] | bool | "x" | "y"
	items?: [...#Item] @key(name) @sae(elsewhere=Other)
	thing?: #Thing @sae(json)
	any?: _
	named?: {
		// Not
		// like x.
		[=~"^[a-z]+$" & !~"^x"]: string & !~"y"
	}
	maps?: [...#Map]
	host?: #Host
	mode?: "x" | "y" | "z" @sae(default="y")
	block?: string & net.IPCIDR

	@topic(u)

	old?: #Word @sae(secret, deprecated=any) @page(other)
}

// An address
// or a block. It is one of a network.
#Host: string & !="" & (net.IP | net.IPCIDR)
#Map: {
	// Any.
	[string]: #Item
}
#Item: {name!: string & !="", value?: string @sae(secret=by-name)}
#Thing: #This | #That
#This: {as!: "this", to!: int32, at?: int32 @sae(default=-7)}
#That: {as!: "that", to?: #Item}

// Why.
requires: "a-old": {field: "kind", in: ["A"], fields: ["old"], source: "\(_page)#old", message: "{field} {kind}"}
forbids: {
	// Why not.
	"b-old": {field: "kind", in: ["B"], fields: ["old", "any"], source: "s", message: "m"}
}
pairs: "size-room": {
	field: "size", with: "room"
	table: {"1": [2, 1], "2": [3], "-3": [0]}
	source: "s", message: "{size} {room} {allowed}"
}
allows: "a-mode": {field: "kind", in: ["A"], with: "mode", values: ["x", "z"], source: "s", message: "{allowed}", severity: "warning"}
unique: "names": {field: "items", key: "name", source: "s", message: "{value}"}
atMost: "one-x": {field: "items", n: 1, of: {name!: "x", ...}, source: "s", message: "{count} {n}"}
` + `
// The rows, applied.
#J: X=(#T & {
	// All of these.
	for r in requires if list.Contains(r.in, X[r.field]) for f in r.fields {(f)!: _}
	for r in forbids if list.Contains(r.in, X[r.field]) for f in r.fields {(f)?: _|_}

	for p in pairs {(p.with)!: or(p.table["\(X[p.field])"])}
	for m in atMost {(m.field)?: list.MatchN(<=m.n, m.of)}
	for a in allows if list.Contains(a.in, X[a.field]) {(a.with)?: or(a.values)}
	_unique: {for id, u in unique if X[u.field] != _|_ {(u.field): (id): [for i in X[u.field] {i[u.key]}] & list.UniqueItems()}}
})
`

const word = `package p

#Word: string
`

var texts = &plan.String{}

var wantPlan = &plan.Plan{
	Fields: []plan.Field{
		{
			Name: "kind", Doc: "One of\nsome.", Topic: "t", Source: "https://example.com/page#kind", Required: true,
			Type:   plan.Type{String: &plan.String{OneOf: []string{"A", "B"}}},
			Secret: plan.SecretNever, Open: true, Immutable: true,
			Change: plan.Change{ID: "kind-changed", Severity: "error"},
		},
		{
			Name: "size", Topic: "t", Source: "https://example.com/page#size", Required: true,
			Type:  plan.Type{Int: &plan.Int{OneOf: []int64{-3, 1, 2}, Min: -3, Max: 2}},
			Scope: plan.ScopeServer, Immutable: true, NewTemplate: true,
		},
		{
			Name: "room", Topic: "t", Source: "https://example.com/page#room", Required: true,
			Type: plan.Type{Int: &plan.Int{Min: -1, Max: 9}},
		},
		{
			Name: "odd name", Topic: "t", Source: "https://example.com/page#odd name",
			Type: plan.Type{String: &plan.String{Pattern: "^a", MinRunes: 2, MaxRunes: 5}},
		},
		{
			Name: "words", Topic: "t", Source: "https://example.com/page#words",
			Type: plan.Type{List: &plan.List{Item: plan.Type{String: texts}, MinItems: 2}},
			JSON: true, Set: true, Scope: plan.ScopeEnvironment,
		},
		{
			Name: "mixed", Topic: "t", Source: "https://example.com/page#mixed",
			Type: plan.Type{
				List: &plan.List{Item: plan.Type{
					Int:    &plan.Int{Min: math.MinInt32, Max: math.MaxInt32},
					String: texts,
				}},
				Bool:   true,
				String: &plan.String{OneOf: []string{"x", "y"}},
			},
		},
		{
			Name: "items", Topic: "t", Source: "https://example.com/page#items",
			Type: plan.Type{List: &plan.List{Item: plan.Type{Object: &plan.Object{Fields: item}}}},
			Key:  "name", Elsewhere: "Other",
		},
		{
			Name: "thing", Topic: "t", Source: "https://example.com/page#thing", JSON: true,
			Type: plan.Type{Object: &plan.Object{Tag: "as", Variants: []plan.Variant{
				{Value: "this", Fields: []plan.Field{
					{Name: "as", Required: true, Type: plan.Type{String: &plan.String{OneOf: []string{"this"}}}},
					{Name: "to", Required: true, Type: plan.Type{Int: &plan.Int{Min: math.MinInt32, Max: math.MaxInt32}}},
					{
						Name: "at", Type: plan.Type{Int: &plan.Int{Min: math.MinInt32, Max: math.MaxInt32}},
						Default: &plan.Constant{Kind: plan.IntConstant, Text: "-7"},
					},
				}},
				{Value: "that", Fields: []plan.Field{
					{Name: "as", Required: true, Type: plan.Type{String: &plan.String{OneOf: []string{"that"}}}},
					{Name: "to", Type: plan.Type{Object: &plan.Object{Fields: item}}},
				}},
			}}},
		},
		{Name: "any", Topic: "t", Source: "https://example.com/page#any", Type: plan.Type{Any: true}},
		{
			Name: "named", Topic: "t", Source: "https://example.com/page#named",
			Type: plan.Type{Object: &plan.Object{Map: &plan.Map{
				Doc:   "Not like x.",
				Names: plan.String{Pattern: "^[a-z]+$", NotPattern: "^x"},
				Type:  plan.Type{String: &plan.String{NotPattern: "y"}},
			}}},
		},
		{
			Name: "maps", Topic: "t", Source: "https://example.com/page#maps",
			Type: plan.Type{List: &plan.List{Item: plan.Type{Object: &plan.Object{Map: &plan.Map{
				Doc: "Any.", Type: plan.Type{Object: &plan.Object{Fields: item}},
			}}}}},
		},
		{
			Name: "host", Topic: "t", Source: "https://example.com/page#host",
			Type: plan.Type{String: &plan.String{
				MinRunes: 1, Formats: []plan.Format{plan.Address, plan.Block}, Words: "an address or a block",
			}},
		},
		{
			Name: "mode", Topic: "t", Source: "https://example.com/page#mode",
			Type:    plan.Type{String: &plan.String{OneOf: []string{"x", "y", "z"}}},
			Default: &plan.Constant{Text: "y"},
		},
		{
			Name: "block", Topic: "t", Source: "https://example.com/page#block",
			Type: plan.Type{String: &plan.String{Formats: []plan.Format{plan.Block}}},
		},
		{
			Name: "old", Topic: "u", Source: "https://example.com/other", Type: plan.Type{String: texts},
			Secret: plan.SecretWhole, Deprecated: "any",
		},
	},
	Requires: []plan.Requires{{
		Row: plan.Row{
			ID: "a-old", Doc: "Why.", Topic: "t", Field: "kind",
			Source: "https://example.com/page#old", Message: "{field} {kind}",
		},
		In: []string{"A"}, Fields: []string{"old"},
	}},
	Forbids: []plan.Forbids{{
		Row: plan.Row{ID: "b-old", Doc: "Why not.", Topic: "t", Field: "kind", Source: "s", Message: "m"},
		In:  []string{"B"}, Fields: []string{"old", "any"},
	}},
	Pairs: []plan.Pair{{
		Row:  plan.Row{ID: "size-room", Topic: "t", Field: "size", Source: "s", Message: "{size} {room} {allowed}"},
		With: "room",
		Table: []plan.PairEntry{
			{Value: "1", Allowed: []int64{1, 2}}, {Value: "2", Allowed: []int64{3}}, {Value: "-3", Allowed: []int64{0}},
		},
	}},
	AtMost: []plan.AtMost{{
		Row: plan.Row{ID: "one-x", Topic: "t", Field: "items", Source: "s", Message: "{count} {n}"},
		N:   1, Of: []plan.Member{{Name: "name", Text: "x"}},
	}},
	Allows: []plan.Allows{{
		Row: plan.Row{ID: "a-mode", Topic: "t", Field: "kind", Source: "s", Message: "{allowed}", Severity: "warning"},
		In:  []string{"A"}, With: "mode", Values: []string{"x", "z"},
	}},
	Unique: []plan.Unique{{
		Row: plan.Row{ID: "names", Topic: "t", Field: "items", Source: "s", Message: "{value}"},
		Key: "name",
	}},
}

var item = []plan.Field{
	{Name: "name", Required: true, Type: plan.Type{String: &plan.String{MinRunes: 1}}},
	{Name: "value", Type: plan.Type{String: texts}, Secret: plan.SecretByName},
}

func TestPlan(t *testing.T) {
	files := fstest.MapFS{
		"t.cue": {Data: []byte(everything)},
		"u.cue": {Data: []byte(word)},
	}
	got, err := read.Plan(files, "#T")
	if err != nil {
		t.Fatal(err)
	}
	if err := got.Fresh(files, "x"); err != nil {
		t.Error(err)
	}
	got.Digest = ""
	if reflect.DeepEqual(got, wantPlan) {
		return
	}
	for i := range got.Fields {
		if !reflect.DeepEqual(got.Fields[i], wantPlan.Fields[i]) {
			t.Errorf("got  %+v\nwant %+v", got.Fields[i], wantPlan.Fields[i])
		}
	}
	t.Errorf("got  %+v\nwant %+v", got, wantPlan)
}
