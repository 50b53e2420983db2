package command

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"

	"saejob/internal/console"
	"saejob/internal/emulator"
	"saejob/internal/secret"
)

type demoCmd struct {
	Dir string `short:"d" placeholder:"DIR" help:"Create this directory and keep the files in it; by default they are removed when the demo ends."`
}

// Run plays the main job on an emulated SAE: what is shown is typed for real.
func (c *demoCmd) Run(ctx context.Context, con *console.Console) error {
	d := &demo{con: con, ctx: ctx}
	if err := d.start(c.Dir); err != nil {
		return err
	}
	defer d.end(c.Dir == "")
	for _, step := range d.story() {
		fmt.Fprintf(con.Out, "\n# %s\n", step.says)
		if step.does != nil {
			if err := step.does(); err != nil {
				return err
			}
		}
		if step.types != "" {
			d.run(step.types)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	fmt.Fprint(con.Out, "\n"+yourAccount)
	return nil
}

const yourAccount = `# Now with your own account, which is only read:
#
#   export ALIBABA_CLOUD_ACCESS_KEY_ID=… ALIBABA_CLOUD_ACCESS_KEY_SECRET=…
#   saejob export --region cn-beijing -d jobs
#   saejob lint jobs
#   git add jobs
`

type demo struct {
	con    *console.Console
	ctx    context.Context
	server *emulator.Server
	url    string
	home   string // the directory we were started in
	dir    string
	stop   context.CancelFunc
}

type step struct {
	says, types string
	does        func() error
}

func (d *demo) story() []step {
	export := "export --endpoint " + d.url + " --region cn-hangzhou --namespace batch -d jobs"
	return []step{
		{says: "An SAE with a few job templates runs on this computer. Export one namespace:", types: export},
		{says: "Each template is a file. This is one. Secrets never get into it: in their place\n# is a digest under SAEJOB_REDACT_KEY, which tells when a secret changes and nothing else.", does: func() error { return d.show("jobs/dify-cleanup.yaml") }},
		{says: "Once more: nothing changed, so nothing is written.", types: export},
		{says: "Check the files against what SAE documents:", types: "lint jobs"},
		{says: "Somebody makes a mistake in a file…", types: "lint jobs", does: d.mistake},
		{says: "…and somebody else changes a template in the console. What is live wins:", types: export, does: d.change},
		{says: "What changed since the first export?", types: "diff before jobs"},
	}
}

// start serves an SAE, and goes to an empty directory with its keys in the
// environment: the commands of the story are typed as a user types them.
func (d *demo) start(dir string) error {
	var err error
	if d.server, err = emulator.New(emulator.Options{}); err != nil {
		return err
	}
	if d.home, err = os.Getwd(); err != nil {
		return err
	}
	if dir == "" {
		d.dir, err = os.MkdirTemp("", "saejob-demo-")
	} else {
		d.dir = dir
		err = os.Mkdir(dir, 0o755)
	}
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	d.url = "http://" + listener.Addr().String()
	serving, stop := context.WithCancel(d.ctx)
	d.stop = stop
	go d.server.Serve(serving, listener)
	os.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator")
	os.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "emulator")
	os.Unsetenv("ALIBABA_CLOUD_SECURITY_TOKEN")
	os.Setenv(secret.KeyVariable, demoKey)
	return os.Chdir(d.dir)
}

func (d *demo) end(remove bool) {
	d.stop()
	os.Chdir(d.home)
	if remove {
		os.RemoveAll(d.dir)
	}
}

// run types a command, and shows it and what it prints.
func (d *demo) run(line string) {
	fmt.Fprintf(d.con.Out, "$ saejob %s\n", line)
	if status := Run(d.ctx, strings.Fields(line), Streams{strings.NewReader(""), d.con.Out, d.con.Out}); status != 0 {
		fmt.Fprintf(d.con.Out, "(exit status %d)\n", status)
	}
}

func (d *demo) show(name string) error {
	text, err := os.ReadFile(filepath.FromSlash(name))
	fmt.Fprintf(d.con.Out, "$ cat %s\n%s", name, text)
	return err
}

// mistake keeps the files as they are, for the diff, and spoils one.
func (d *demo) mistake() error {
	if err := os.CopyFS("before", os.DirFS("jobs")); err != nil {
		return err
	}
	text, err := os.ReadFile("jobs/dify-cleanup.yaml")
	if err != nil {
		return err
	}
	text = bytes.Replace(text, []byte("Memory: 2048"), []byte("Memory: 8192"), 1)
	return os.WriteFile("jobs/dify-cleanup.yaml", text, 0o644)
}

// change changes the live template.
func (d *demo) change() error {
	data, err := fs.ReadFile(emulator.Samples(), "09-configmap-secret-envs.json")
	if err != nil {
		return err
	}
	for _, r := range [][2]string{
		{`"Memory": 2048`, `"Memory": 4096`},
		{`0 */6 * * ?`, `0 */2 * * ?`},
		{`\"value\":\"5\"`, `\"value\":\"9\"`},
		{`example-not-a-password`, `another-not-a-password`},
	} {
		data = bytes.Replace(data, []byte(r[0]), []byte(r[1]), 1)
	}
	return d.server.Put(data)
}

// demoKey is the key for secrets of the demo: the same in every run, so that its
// output is. It is no example of a key that keeps anything.
const demoKey = "a735af27b3d4def018ba38d65c7b18e1eb9cbbc82340b9464c098869e1371e7a"
