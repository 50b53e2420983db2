package main

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"os/exec"
	"strings"

	"saejob/internal/trial"

	"github.com/rogpeppe/go-internal/testscript"
)

// serving is an emulate command that runs beside a script.
type serving struct {
	command *exec.Cmd
	stderr  bytes.Buffer
}

// serve ARG…: runs saejob emulate until the script says served. The address that
// it prints first is SAEJOB_ENDPOINT from then on.
func serve(ts *testscript.TestScript, neg bool, args []string) {
	s := ts.Value("serving").(*serving)
	if neg || s.command != nil {
		ts.Fatalf("usage: serve [ARG...], and served before the next one")
	}
	ctx, cancel := context.WithTimeout(context.Background(), trial.Patience)
	ts.Defer(cancel)
	s.command = exec.CommandContext(ctx, "saejob", append([]string{"emulate"}, args...)...)
	s.command.Dir = ts.MkAbs(".")
	s.command.Env = append(os.Environ(),
		"ALIBABA_CLOUD_ACCESS_KEY_ID="+ts.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"),
		"ALIBABA_CLOUD_ACCESS_KEY_SECRET="+ts.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET"))
	s.command.Stderr = &s.stderr
	stdout, err := s.command.StdoutPipe()
	ts.Check(err)
	ts.Check(s.command.Start())
	ts.Defer(s.kill)
	address, err := bufio.NewReader(stdout).ReadString('\n')
	ts.Check(err)
	ts.Setenv("SAEJOB_ENDPOINT", strings.TrimSpace(address))
}

// kill ends a command that a script left running.
func (s *serving) kill() {
	if s.command != nil {
		s.command.Process.Kill()
		s.command.Wait()
	}
}

// served: interrupts saejob emulate, which exits with 130, and gives what it said.
func served(ts *testscript.TestScript, neg bool, args []string) {
	s := ts.Value("serving").(*serving)
	if neg || len(args) > 0 || s.command == nil {
		ts.Fatalf("usage: served, after serve")
	}
	ts.Check(s.command.Process.Signal(os.Interrupt))
	s.command.Wait()
	if status := s.command.ProcessState.ExitCode(); status != 130 {
		ts.Fatalf("emulate exits with %d and says\n%s", status, s.stderr.Bytes())
	}
	_, err := s.stderr.WriteTo(ts.Stderr())
	ts.Check(err)
	s.command = nil
}
