//go:build ignore

// Generate reads the CUE files beside it and writes plan.go, the plan of
// #Template, and README.md, the page about it.
package main

import (
	"log"
	"os"

	"saejob/internal/plan/read"
	"saejob/internal/plan/write"
)

func main() {
	log.SetFlags(0)
	template, err := read.Plan(os.DirFS("."), "#Template")
	if err != nil {
		log.Fatal(err)
	}
	source, err := write.Source(template, "schema", "Template", "is the plan of #Template and its rows.")
	if err != nil {
		log.Fatal(err)
	}
	says, err := write.Says(os.DirFS("testdata"))
	if err != nil {
		log.Fatal(err)
	}
	page, err := write.Page(template, says)
	if err != nil {
		log.Fatal(err)
	}
	for name, text := range map[string][]byte{"plan.go": source, "README.md": page} {
		if err := write.File(name, text); err != nil {
			log.Fatal(err)
		}
	}
}
