//go:build ignore

// Generate reads the CUE files beside it and writes plan.go, the plan of
// #Template.
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
	if err := write.File("plan.go", source); err != nil {
		log.Fatal(err)
	}
}
