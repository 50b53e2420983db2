//go:build ignore

// Generate reads the CUE files beside it and writes plan.go, the plan of #Config.
package main

import (
	"log"
	"os"

	"saejob/internal/plan/read"
	"saejob/internal/plan/write"
)

func main() {
	log.SetFlags(0)
	config, err := read.Plan(os.DirFS("."), "#Config")
	if err != nil {
		log.Fatal(err)
	}
	source, err := write.Source(config, "config", "Plan", "is the plan of #Config.")
	if err != nil {
		log.Fatal(err)
	}
	if err := write.File("plan.go", source); err != nil {
		log.Fatal(err)
	}
}
