package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// peers are the tools that saejob is measured beside: their commands as the Go
// module proxy has them.
var peers = []struct{ name, module string }{
	{"cue", "cuelang.org/go/cmd/cue@v0.17.1"},
	{"kubeconform", "github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0"},
	{"dyff", "github.com/homeport/dyff/cmd/dyff@v1.12.0"},
}

// tools are the commands that are measured, by name.
type tools map[string]string

// install builds saejob as it is released, the two readers of this folder that are
// the floor of what is possible, and the peers.
func install(ctx context.Context, bin string) (tools, error) {
	if err := os.MkdirAll(bin, 0o755); err != nil {
		return nil, err
	}
	built := tools{}
	own := map[string]string{"saejob": "../..", "readonly": "./compare/readonly", "readyaml": "./compare/readyaml"}
	for name, from := range own {
		built[name] = filepath.Join(bin, name)
		cmd := exec.CommandContext(ctx, "go", "build", "-C", from, "-trimpath", "-ldflags", "-s -w", "-o", built[name], ".")
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
		if err := quietly(cmd); err != nil {
			return nil, err
		}
	}
	for _, p := range peers {
		built[p.name] = filepath.Join(bin, p.name)
		if _, err := os.Stat(built[p.name]); err == nil {
			continue
		} else if !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
		cmd := exec.CommandContext(ctx, "go", "install", "-trimpath", "-ldflags", "-s -w", p.module)
		cmd.Dir = bin // outside of this module
		cmd.Env = append(os.Environ(), "GOBIN="+bin, "CGO_ENABLED=0", "GOFLAGS=-mod=mod")
		if err := quietly(cmd); err != nil {
			return nil, err
		}
	}
	return built, nil
}

// quietly runs a command and shows what it says only where it fails.
func quietly(cmd *exec.Cmd) error {
	if said, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", cmd, err, said)
	}
	return nil
}
