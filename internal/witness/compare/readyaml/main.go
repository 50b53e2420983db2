// Command readyaml reads every file of the directories it is given into nodes of
// yaml.v3, and nothing more.
package main

import (
	"io/fs"
	"log"
	"os"
	"path/filepath"

	"gopkg.in/yaml.v3"
)

func main() {
	for _, dir := range os.Args[1:] {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			var node yaml.Node
			return yaml.Unmarshal(text, &node)
		})
		if err != nil {
			log.Fatal(err)
		}
	}
}
