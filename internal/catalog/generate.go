//go:build ignore

// Generate writes README.md, the page of the room that its argument names.
package main

import (
	"log"
	"os"

	"saejob/internal/catalog"
)

func main() {
	log.SetFlags(0)
	page, err := catalog.Page(os.Args[1])
	if err == nil {
		err = os.WriteFile("README.md", []byte(page), 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}
