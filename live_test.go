package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"saejob/internal/emulator"
	"saejob/internal/trial"
)

// What a story does to the emulator that its exports call.

// many N: as many templates more are live, all of them in cn-beijing:prod.
func many(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(strings.Join(args, " "))
	if neg || err != nil {
		ts.Fatalf("usage: many N")
	}
	for i := range n {
		ts.Check(ts.Value("server").(*emulator.Server).Put([]byte(trial.Template(i, "new"))))
	}
}

// fault [SPEC…]: from now on, these faults apply to calls, and no others.
func fault(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("usage: fault [SPEC...]")
	}
	server := ts.Value("server").(*emulator.Server)
	server.Heal()
	for _, text := range args {
		f, err := emulator.ParseFault(text)
		ts.Check(err)
		ts.Check(server.Inject(f))
	}
}

// proxy STATUS FILE: from now on, the region's own host is called, through a
// proxy that answers with STATUS and writes to FILE which host was asked for.
func proxy(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: proxy STATUS FILE")
	}
	status, err := strconv.Atoi(args[0])
	ts.Check(err)
	log, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	stands := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(log, r.Method, r.Host)
		w.WriteHeader(status)
	}))
	ts.Defer(func() {
		stands.Close()
		log.Close()
	})
	ts.Setenv("HTTPS_PROXY", stands.URL)
	ts.Setenv("SAEJOB_ENDPOINT", "")
}
