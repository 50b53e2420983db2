package report_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"testing"
	"time"
)

// browser is a headless Chromium with one page open. It is spoken to through a
// pipe, in the words of the DevTools protocol.
type browser struct {
	t       *testing.T
	in      *os.File
	out     *bufio.Reader
	session string
	last    int
	// events are those of the page that opened last.
	events []message
}

type message struct {
	ID      int             `json:"id,omitempty"`
	Session string          `json:"sessionId,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   json.RawMessage `json:"error,omitempty"`
}

// chromium finds a browser. Without one the test is skipped, but never on CI.
func chromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser shows no races")
	}
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("there is no Chromium to open the page in; install one, or name it in CHROMIUM")
	}
	t.Skip("there is no Chromium to open the page in; install one, or name it in CHROMIUM")
	return ""
}

// newBrowser starts a browser that ends with the test.
func newBrowser(t *testing.T) *browser {
	path := chromium(t)
	profile, err := os.MkdirTemp("", "saejob-browser")
	if err != nil {
		t.Fatal(err)
	}
	args := []string{
		"--headless", "--remote-debugging-pipe", "--user-data-dir=" + profile, "--disable-gpu", "--no-first-run", "--disable-quic",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
	}
	if os.Getuid() == 0 {
		args = append(args, "--no-sandbox") // Chromium has none for root
	}
	theirIn, in, err1 := os.Pipe()
	out, theirOut, err2 := os.Pipe()
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	cmd := exec.Command(path, args...)
	cmd.ExtraFiles = []*os.File{theirIn, theirOut}
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	theirIn.Close()
	theirOut.Close()
	b := &browser{t: t, in: in, out: bufio.NewReader(out)}
	if err := out.SetReadDeadline(time.Now().Add(2 * time.Minute)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close() // it ends when nobody speaks to it any more
		out.Close()
		if err := cmd.Wait(); t.Failed() {
			t.Logf("the browser ended (%v) and said\n%s", err, said.String())
		}
		os.RemoveAll(profile)
	})
	var target struct{ TargetID, SessionID string }
	b.call("Target.createTarget", args1("url", "about:blank"), &target)
	b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &target)
	b.session = target.SessionID
	for _, domain := range []string{"Page", "Runtime", "Log", "Network"} {
		b.call(domain+".enable", nil, nil)
	}
	return b
}

func args1(name string, value any) map[string]any { return map[string]any{name: value} }

// call calls a method and reads its result.
func (b *browser) call(method string, params, result any) {
	b.t.Helper()
	b.last++
	request := map[string]any{"id": b.last, "method": method}
	if params != nil {
		request["params"] = params
	}
	if b.session != "" {
		request["sessionId"] = b.session
	}
	text, err := json.Marshal(request)
	if err == nil {
		_, err = b.in.Write(append(text, 0))
	}
	if err != nil {
		b.t.Fatal(err)
	}
	reply := b.read(func(m message) bool { return m.ID == b.last })
	if reply.Error != nil {
		b.t.Fatalf("%s: %s", method, reply.Error)
	}
	if result != nil {
		if err := json.Unmarshal(reply.Result, result); err != nil {
			b.t.Fatalf("%s: %v in %s", method, err, reply.Result)
		}
	}
}

// read reads until the message that is asked for, and keeps what else happens.
func (b *browser) read(wanted func(message) bool) message {
	b.t.Helper()
	for {
		text, err := b.out.ReadBytes(0)
		if err != nil {
			b.t.Fatal("the browser does not answer: ", err)
		}
		var m message
		if err := json.Unmarshal(bytes.TrimSuffix(text, []byte{0}), &m); err != nil {
			b.t.Fatal(err)
		}
		if m.Method != "" {
			b.events = append(b.events, m)
		}
		if wanted(m) {
			return m
		}
	}
}

// open opens a file and waits until it is there.
func (b *browser) open(file string) {
	b.t.Helper()
	b.events = nil
	b.call("Page.navigate", args1("url", "file://"+file), nil)
	loaded := func(m message) bool { return m.Method == "Page.loadEventFired" }
	if !slices.ContainsFunc(b.events, loaded) {
		b.read(loaded)
	}
}

// eval evaluates a script on the page and reads what it gives.
func (b *browser) eval(script string, result any) {
	b.t.Helper()
	var reply struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails json.RawMessage
	}
	b.call("Runtime.evaluate", map[string]any{"expression": script, "returnByValue": true, "awaitPromise": true}, &reply)
	if reply.ExceptionDetails != nil {
		b.t.Fatalf("%s\n%s", script, reply.ExceptionDetails)
	}
	if err := json.Unmarshal(reply.Result.Value, result); err != nil {
		b.t.Fatalf("%s gives %s: %v", script, reply.Result.Value, err)
	}
}

// keys are the keys that press knows by another name than their own.
var keys = map[string]struct {
	code int
	text string
}{"Tab": {9, ""}, "Enter": {13, "\r"}, "Escape": {27, ""}, " ": {32, " "}, "/": {191, "/"}}

// press presses keys one after the other.
func (b *browser) press(names ...string) {
	b.t.Helper()
	for _, name := range names {
		key, special := keys[name]
		if !special {
			key.code, key.text = int(name[0]), name
		}
		event := map[string]any{"type": "keyDown", "key": name, "text": key.text, "windowsVirtualKeyCode": key.code}
		b.call("Input.dispatchKeyEvent", event, nil)
		b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": name, "windowsVirtualKeyCode": key.code}, nil)
	}
}

// media has the page believe that it is printed, or that dark is preferred.
func (b *browser) media(medium, scheme string) {
	b.t.Helper()
	features := []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}
	b.call("Emulation.setEmulatedMedia", map[string]any{"media": medium, "features": features}, nil)
}

// resize sets the width and the height of the window.
func (b *browser) resize(width, height int) {
	b.t.Helper()
	b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false}, nil)
}
