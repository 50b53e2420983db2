//go:build ignore

// Generate writes README.md, the page about the rules.
package main

import (
	"log"
	"os"

	"saejob/internal/catalog"
)

func main() {
	log.SetFlags(0)
	if err := os.WriteFile("README.md", []byte(catalog.Page()), 0o644); err != nil {
		log.Fatal(err)
	}
}
