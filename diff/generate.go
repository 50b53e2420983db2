//go:build ignore

// Generate writes README.md, the page about changes.
package main

import (
	"log"
	"os"

	"saejob/diff"
)

func main() {
	log.SetFlags(0)
	if err := os.WriteFile("README.md", []byte(diff.Page()), 0o644); err != nil {
		log.Fatal(err)
	}
}
