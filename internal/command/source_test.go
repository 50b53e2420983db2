package command

import (
	"bytes"
	"context"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"saejob/internal/console"
	"saejob/internal/emulator"
	"saejob/internal/trial"
)

// TestInterruptedLive: who interrupts a run that reads live templates gets no
// report of half of them.
func TestInterruptedLive(t *testing.T) {
	server, err := emulator.New(emulator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Inject(emulator.Fault{Kind: "hang", Action: "DescribeJob"}); err != nil {
		t.Fatal(err)
	}
	listener := httptest.NewServer(server)
	defer listener.Close()
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "emulator")
	for _, args := range [][]string{
		{"lint", "live:cn-beijing"}, {"diff", "live:cn-beijing", "live:cn-beijing"}, {"render", "--as", "describe", "live:cn-shenzhen:"},
	} {
		ctx, cancel := context.WithCancel(trial.Soon(t))
		var out, said bytes.Buffer
		before := server.Calls().DescribeJob
		go func() {
			for server.Calls().DescribeJob == before && ctx.Err() == nil {
				time.Sleep(time.Millisecond)
			}
			cancel()
		}()
		if status := Run(ctx, append(args, "--endpoint", listener.URL), Streams{strings.NewReader(""), &out, &said}); console.Status(status) != console.Interrupted || out.Len() > 0 {
			t.Errorf("%v exits with %d: %s%s", args, status, &out, &said)
		}
	}
}
