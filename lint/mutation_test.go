package lint_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/lint"
	"saejob/rules"
	"saejob/schema"
)

// field is what the documentation page says of a field, written down by hand: the
// schema is not asked.
type field struct {
	// kinds are the kinds of values that it may have.
	kinds string
	// needs says with which package types it must be there.
	needs string
	// wrong are values of the right kind that are not accepted, as YAML: the
	// nearest ones.
	wrong []string
}

const (
	always    = "always"
	javaFiles = "FatJar War"
)

// onPage are the fields of the page. [] stands for the items of a list.
var onPage = map[string]field{
	"AcrAssumeRoleArn":                   {kinds: "text"},
	"AcrInstanceId":                      {kinds: "text"},
	"AppDescription":                     {kinds: "text"},
	"AppId":                              {kinds: "text"},
	"AppName":                            {kinds: "text", needs: always, wrong: []string{`""`}},
	"BackoffLimit":                       {kinds: "number", wrong: []string{"1.5", "9223372036854775808"}},
	"BestEffortType":                     {kinds: "text"},
	"Command":                            {kinds: "text"},
	"CommandArgs":                        {kinds: "list"},
	"CommandArgs[]":                      {kinds: "text"},
	"ConcurrencyPolicy":                  {kinds: "text", wrong: []string{"forbid", "Never"}},
	"ConfigMapMountDesc":                 {kinds: "list"},
	"ConfigMapMountDesc[]":               {kinds: "structure"},
	"ConfigMapMountDesc[].ConfigMapId":   {kinds: "number", wrong: []string{"0.5"}},
	"ConfigMapMountDesc[].ConfigMapName": {kinds: "text"},
	"ConfigMapMountDesc[].Key":           {kinds: "text"},
	"ConfigMapMountDesc[].MountPath":     {kinds: "text", needs: always, wrong: []string{`""`}},
	"Cpu":                                {kinds: "number", needs: always, wrong: []string{"0", "499", "1001"}},
	"CustomHostAlias":                    {kinds: "list"},
	"CustomHostAlias[]":                  {kinds: "structure"},
	"CustomHostAlias[].hostName":         {kinds: "text", needs: always, wrong: []string{`""`, `"http://a.b"`, `"a b"`}},
	"CustomHostAlias[].ip":               {kinds: "text", needs: always, wrong: []string{`""`, "rm-x.mysql.rds.aliyuncs.com", `"10.0.0.1:80"`, `"10.0.0.256"`}},
	"EdasContainerVersion":               {kinds: "text"},
	"Envs":                               {kinds: "list"},
	"Envs[]":                             {kinds: "structure"},
	"Envs[].name":                        {kinds: "text", needs: always, wrong: []string{`""`}},
	"Envs[].value":                       {kinds: "text"},
	"Envs[].valueFrom":                   {kinds: "structure text", wrong: []string{"configMap"}},
	"ImagePullSecrets":                   {kinds: "text"},
	"ImageUrl":                           {kinds: "text", needs: "Image", wrong: []string{`""`}},
	"JarStartArgs":                       {kinds: "text"},
	"JarStartOptions":                    {kinds: "text"},
	"Jdk":                                {kinds: "text", wrong: []string{"Open JDK 9"}},
	"Memory":                             {kinds: "number", needs: always, wrong: []string{"0", "1023", "1025"}},
	"MountDesc":                          {kinds: "list"},
	"MountDesc[]":                        {kinds: "structure"},
	"MountDesc[].MountPath":              {kinds: "text", needs: always, wrong: []string{`""`}},
	"MountDesc[].NasPath":                {kinds: "text"},
	"MountHost":                          {kinds: "text"},
	"NamespaceId":                        {kinds: "text"},
	"NasConfigs":                         {kinds: "list"},
	"NasConfigs[]":                       {kinds: "structure"},
	"NasConfigs[].mountDomain":           {kinds: "text"},
	"NasConfigs[].mountPath":             {kinds: "text", needs: always, wrong: []string{`""`}},
	"NasConfigs[].nasId":                 {kinds: "text"},
	"NasConfigs[].nasPath":               {kinds: "text"},
	"NasConfigs[].readOnly":              {kinds: "truth"},
	"NasId":                              {kinds: "text"},
	"OssAkId":                            {kinds: "text"},
	"OssAkSecret":                        {kinds: "text"},
	"OssMountDescs":                      {kinds: "list"},
	"OssMountDescs[]":                    {kinds: "structure"},
	"OssMountDescs[].bucketName":         {kinds: "text", needs: always, wrong: []string{`""`}},
	"OssMountDescs[].bucketPath":         {kinds: "text"},
	"OssMountDescs[].mountPath":          {kinds: "text", needs: always, wrong: []string{`""`}},
	"OssMountDescs[].readOnly":           {kinds: "truth"},
	"PackageType":                        {kinds: "text", needs: always, wrong: []string{"image", "Zip"}},
	"PackageUrl":                         {kinds: "text", needs: javaFiles, wrong: []string{`""`}},
	"PackageVersion":                     {kinds: "text", needs: javaFiles, wrong: []string{`""`}},
	"PhpConfig":                          {kinds: "text"},
	"PhpConfigLocation":                  {kinds: "text"},
	"PostStart":                          {kinds: "structure"},
	"PostStart.exec":                     {kinds: "structure", needs: always},
	"PostStart.exec.command":             {kinds: "list", needs: always},
	"PostStart.exec.command[]":           {kinds: "text"},
	"PreStop":                            {kinds: "structure"},
	"PreStop.exec":                       {kinds: "structure", needs: always},
	"PreStop.exec.command":               {kinds: "list", needs: always},
	"PreStop.exec.command[]":             {kinds: "text"},
	"ProgrammingLanguage":                {kinds: "text", wrong: []string{"Java", "perl"}},
	"PublicWebHookUrls":                  {kinds: "list"},
	"PublicWebHookUrls[]":                {kinds: "text"},
	"Python":                             {kinds: "text", wrong: []string{"PYTHON 3.9.16"}},
	"PythonModules":                      {kinds: "text"},
	"RefAppId":                           {kinds: "text"},
	"RefedAppIds":                        {kinds: "list"},
	"RefedAppIds[]":                      {kinds: "text"},
	"RegionId":                           {kinds: "text"},
	"Replicas":                           {kinds: "number", needs: always, wrong: []string{"1.5", "2147483648"}},
	"SecurityGroupId":                    {kinds: "text", wrong: []string{"vpc-1"}},
	"Slice":                              {kinds: "truth"},
	"SliceEnvs":                          {kinds: "list text"},
	"SliceEnvs[]":                        {kinds: "number text"},
	"SlsConfigs":                         {kinds: "list"},
	"SlsConfigs[]":                       {kinds: "structure"},
	"SlsConfigs[].logDir":                {kinds: "text"},
	"SlsConfigs[].logType":               {kinds: "text", wrong: []string{"stderr"}},
	"SlsConfigs[].logstoreName":          {kinds: "text"},
	"SlsConfigs[].logtailName":           {kinds: "text"},
	"SlsConfigs[].projectName":           {kinds: "text"},
	"Suspend":                            {kinds: "truth"},
	"Tags":                               {kinds: "list"},
	"Tags[]":                             {kinds: "structure"},
	"Tags[].Key":                         {kinds: "text", needs: always, wrong: []string{`""`}},
	"Tags[].Value":                       {kinds: "text"},
	"TerminationGracePeriodSeconds":      {kinds: "number", wrong: []string{"0", "301"}},
	"Timeout":                            {kinds: "number", wrong: []string{"0.5"}},
	"Timezone":                           {kinds: "text"},
	"TomcatConfig":                       {kinds: "structure"},
	"TomcatConfig.contextPath":           {kinds: "text"},
	"TomcatConfig.maxThreads":            {kinds: "number", wrong: []string{"1.5"}},
	"TomcatConfig.port":                  {kinds: "number", wrong: []string{"1023", "65536"}},
	"TomcatConfig.uriEncoding":           {kinds: "text", wrong: []string{"UTF8"}},
	"TomcatConfig.useBodyEncodingForUri": {kinds: "truth text", wrong: []string{`"yes"`}},
	"TriggerConfig":                      {kinds: "structure"},
	"TriggerConfig.config":               {kinds: "text structure", needs: always, wrong: []string{}},
	"TriggerConfig.timezone":             {kinds: "text"},
	"TriggerConfig.type":                 {kinds: "text", needs: always, wrong: []string{"timer"}},
	"VSwitchId":                          {kinds: "text", wrong: []string{"vpc-1", `"vsw-1,sg-1"`}},
	"VpcId":                              {kinds: "text", wrong: []string{"vsw-1"}},
	"VpcWebHookUrls":                     {kinds: "list"},
	"VpcWebHookUrls[]":                   {kinds: "text"},
	"WarStartOptions":                    {kinds: "text"},
	"WebContainer":                       {kinds: "text", wrong: []string{"apache-tomcat-8.5.43"}},
}

// TestMutants: from every sample, each entry in turn is removed, given another
// type, the nearest wrong value, and a typo in its name. Each mutant that violates
// the page is refused with exactly one error more than its sample has, at the
// entry's path and line; the others with none more.
func TestMutants(t *testing.T) {
	if testing.Short() {
		t.Skip("nothing here runs beside something else, and it is long under the race detector")
	}
	files, err := filepath.Glob("../internal/emulator/samples/*.json")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	mutants, violations := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := job.FromAnswer(data)
		if err != nil {
			t.Fatal(err)
		}
		secret.Redact(answer, secret.RandomKey())
		sample, _ := job.Parse(job.Print(answer))
		before := errorsOf(sample)
		if len(before) > 0 && !strings.Contains(file, "18-") {
			t.Errorf("%s: %v", file, before)
		}
		for _, m := range mutate(sample) {
			mutants++
			if m.want != "" {
				violations++
			}
			var got []string
			for e, where := range errorsOf(m.tree) {
				if _, was := before[e]; !was {
					got = append(got, where)
				}
			}
			if strings.Join(got, " ") != m.want {
				t.Errorf("%s: %s: errors at %q, want %q", filepath.Base(file), m.what, got, m.want)
			}
		}
	}
	t.Logf("%d mutants, %d of them violate the page", mutants, violations)
	if mutants < 3000 || violations < 2000 {
		t.Error("too few")
	}
}

// errorsOf lints the printed template: errors, and PATH:LINE of each.
func errorsOf(tree *job.Template) map[string]string {
	text := job.Print(tree)
	linter := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All(), Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}
	r := linter.Check(job.Snapshot{Refs: []job.Ref{{Place: "a.yaml", Open: func() (job.Document, error) {
		parsed, problems := job.Parse(text)
		return job.Document{Template: parsed, Problems: problems, Text: text}, nil
	}}}})
	found := map[string]string{}
	for _, f := range r.Findings {
		if f.Severity == severity.Error || warnsOnly(f.Rule) {
			found[f.Rule+" "+f.Message] = fmt.Sprintf("%s:%d", f.Path, f.At.Line)
		}
	}
	return found
}

// warnsOnly reports whether what violates the page is a warning: a value outside
// a list that may grow, and what has no effect.
func warnsOnly(rule string) bool {
	name := strings.TrimPrefix(rule, rules.OfSchema)
	field, row := job.FieldOf(schema.Template.Fields, name), schema.Template.Row(name)
	return field != nil && field.Open || row != nil && row.Severity == "warning"
}

// mutant is a template with one mistake.
type mutant struct {
	what string
	tree *job.Template
	// want is PATH:LINE of the one error; empty: there is none.
	want string
}

// mutate returns every mutant of a template.
func mutate(sample *job.Template) []mutant {
	var all []mutant
	sample.Walk(func(at *job.At, e *job.Entry, _ *plan.Field) bool {
		p := at.Path()
		said, known := onPage[general(p)]
		if !known {
			return true
		}
		steps := indices(sample, p)
		add := func(what string, change func(e *job.Entry), where func(t *job.Template) string) {
			m := mutant{what: p.String() + " " + what, tree: sample.Clone()}
			list, i := follow(m.tree, steps)
			change((*list)[i])
			if what == "removed" {
				*list = slices.Delete(*list, i, i+1)
			}
			if read, problems := job.Parse(job.Print(m.tree)); len(problems) == 0 {
				m.tree, m.want = read, where(read)
				all = append(all, m)
			}
		}
		add("removed", func(*job.Entry) {}, func(t *job.Template) string { return missing(t, p, steps, said) + unsaid(t, p, steps) })
		for _, text := range append(others(said), said.wrong...) {
			add("is "+text, func(e *job.Entry) { e.Value = value(text) }, func(t *job.Template) string { return standing(t, steps, false) })
		}
		if len(e.Key) > 2 {
			typo := e.Key[:len(e.Key)-2] + e.Key[len(e.Key)-1:]
			add("spelled "+typo, func(e *job.Entry) { e.Key = typo }, func(t *job.Template) string { return standing(t, steps, true) })
		}
		return true
	})
	return all
}

var inBrackets = regexp.MustCompile(`\[([^]"]|"(\\.|[^"])*")*\]`)

// general returns a path with [] for items, as the table has it.
func general(p job.Path) string { return inBrackets.ReplaceAllString(p.String(), "[]") }

// others are values of the kinds that a field may not have.
func others(said field) []string {
	var all []string
	for kind, text := range map[string]string{"number": "12", "truth": "true", "text": "word", "list": "[[]]", "structure": "{x: some}"} {
		if !slices.Contains(strings.Fields(said.kinds), kind) {
			all = append(all, text)
		}
	}
	slices.Sort(all)
	return all
}

// standing returns PATH:LINE of an entry: of its key, or of its value.
func standing(t *job.Template, steps []int, key bool) string {
	list, i := follow(t, steps)
	line := (*list)[i].Value.Range.Line
	if key {
		line = (*list)[i].KeyRange.Line
	}
	return fmt.Sprintf("%s:%d", pathOf(t, (*list)[i]), line)
}

// missing returns PATH:LINE of where an entry is missed that was removed: at the key
// that should hold it, at the top the first one, or, where a package type asks for
// it, at that; empty where it may be missing.
func missing(t *job.Template, p job.Path, steps []int, said field) string {
	packageType := t.Root.Member("PackageType")
	switch {
	case said.needs == always && len(p) == 1:
		return fmt.Sprintf("%s:%d", p, t.Root.Entries[0].KeyRange.Line)
	case said.needs == always:
		list, i := follow(t, steps[:len(steps)-1])
		holder := (*list)[i]
		line := holder.KeyRange.Line
		if holder.Key == "" {
			line = holder.Value.Range.Line
		}
		return fmt.Sprintf("%s:%d", append(pathOf(t, holder), p[len(p)-1]), line)
	case packageType != nil && slices.Contains(strings.Fields(said.needs), packageType.Value.Text):
		return fmt.Sprintf("%s:%d", p, packageType.Value.Range.Line)
	}
	return ""
}

// unsaid returns PATH:LINE of what is missed of a log that lost a member: the path of
// its files, unless it is the standard output; empty where it has all.
func unsaid(t *job.Template, p job.Path, steps []int) string {
	if g := general(p); g != "SlsConfigs[].logType" && g != "SlsConfigs[].logDir" {
		return ""
	}
	list, i := follow(t, steps[:len(steps)-1])
	item := (*list)[i]
	if item.Value.At("logType").AsText() == "stdout" || item.Value.At("logDir").AsText() != "" {
		return ""
	}
	line := item.Value.Range.Line
	if dir := item.Value.At("logDir"); dir != nil {
		line = dir.Range.Line
	}
	return fmt.Sprintf("%s:%d", pathOf(t, item).Member("logDir"), line)
}

// indices returns where an entry stands, level by level; follow goes there again.
func indices(t *job.Template, p job.Path) []int {
	var steps []int
	n := t.Root
	t.Walk(func(here *job.At, e *job.Entry, _ *plan.Field) bool {
		if at := here.Path(); len(at) > len(p) || !slices.Equal(at, p[:len(at)]) {
			return false
		}
		steps = append(steps, slices.Index(n.Entries, e))
		n = e.Value
		return true
	})
	return steps
}

func follow(t *job.Template, steps []int) (list *[]*job.Entry, index int) {
	n := t.Root
	for _, i := range steps[:len(steps)-1] {
		n = n.Entries[i].Value
	}
	return &n.Entries, steps[len(steps)-1]
}

func pathOf(t *job.Template, entry *job.Entry) (found job.Path) {
	t.Walk(func(at *job.At, e *job.Entry, _ *plan.Field) bool {
		if e == entry {
			found = at.Path()
		}
		return found == nil
	})
	return found
}

// value reads a value as it stands in a file.
func value(text string) *job.Node {
	t, problems := job.Parse([]byte("a: " + text + "\n"))
	if len(problems) > 0 {
		panic(problems[0].Message)
	}
	return t.Root.Entries[0].Value
}
