package image_test

import (
	"testing"

	"saejob/internal/image"
)

func TestParse(t *testing.T) {
	for address, want := range map[string]image.Reference{
		"nginx":                   {Name: "nginx"},
		"nginx:1.27":              {Name: "nginx", Tag: "1.27"},
		"library/nginx@sha256:ab": {Name: "library/nginx", Digest: "sha256:ab"},
		"localhost/a":             {Registry: "localhost", Name: "a"},
		"registry.example.com:5000/team/app:v1@sha256:ab": {Registry: "registry.example.com:5000", Name: "team/app", Tag: "v1", Digest: "sha256:ab"},
		"https://Registry.Example.com/app:v1":             {Registry: "registry.example.com", Name: "app", Tag: "v1"},
		"user:<redacted>@registry.example.com/team/app":   {Registry: "registry.example.com", Name: "team/app"},
		"registry.cn-beijing.aliyuncs.com/":               {Registry: "registry.cn-beijing.aliyuncs.com"},
		"":                                                {},
	} {
		if got := image.Parse(address); got != want {
			t.Errorf("Parse(%q)\n got %+v\nwant %+v", address, got, want)
		}
	}
	r := image.Parse("registry.example.com:5000/team/app")
	if r.Host() != "registry.example.com" || r.Base() != "app" || r.Pulled() != "latest" {
		t.Errorf("of %+v: host %q, base %q, pulled %q", r, r.Host(), r.Base(), r.Pulled())
	}
	for address, want := range map[string]string{"a": "latest", "a:1": "1", "a:1@sha256:ab": "1", "a@sha256:ab": ""} {
		if got := image.Parse(address).Pulled(); got != want {
			t.Errorf("of %s the tag %q is pulled, want %q", address, got, want)
		}
	}
}
