// Command compare measures saejob beside the tools it is compared with, on the
// same documents, pair by pair in one run, and prints a table in Markdown: medians
// of wall time, processor time and peak memory of whole processes, and what the
// other tool takes as a multiple of what saejob takes.
//
// Run it by make compare, on a machine that does nothing else.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	folder := flag.String("d", "../../.compare", "the `folder` for the tools and the templates; it is kept")
	rounds := flag.Int("rounds", 5, "how often each pair runs; 3 times at most where a run takes more than 10 s")
	only := flag.String("only", "", "measure only what has this in its name")
	flag.Parse()
	if err := run(ctx, *folder, *rounds, *only); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, folder string, rounds int, only string) error {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	tools, err := install(ctx, filepath.Join(folder, "bin"))
	if err != nil {
		return err
	}
	fleets := filepath.Join(folder, "fleets")
	if err := makeFleets(ctx, tools, fleets); err != nil {
		return err
	}
	m := meter{folder: fleets, rounds: rounds}
	fmt.Println(heading())
	for _, c := range comparisons(tools, fleets) {
		if !c.named(only) {
			continue
		}
		row, err := m.measure(ctx, c)
		if err != nil {
			return fmt.Errorf("%s: %w", c.what, err)
		}
		fmt.Println(row)
	}
	return nil
}
