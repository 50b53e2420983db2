package image_test

import (
	"strings"
	"testing"

	"saejob/internal/image"
)

func TestProblem(t *testing.T) {
	sha := "sha256:" + strings.Repeat("0a", 32)
	for _, address := range []string{
		"nginx", "nginx:1.27", "library/nginx", "docker.io/library/nginx:1.14.2", "localhost/a", "localhost:5000/a/b:v1", "registry.example.com:5000/team/app:v1@" + sha,
		"registry-vpc.cn-hangzhou.aliyuncs.com/a/b:1.0", "x-registry-vpc.cn-hangzhou.cr.aliyuncs.com/a/b:1", "crpi-1a2b.cn-beijing.personal.cr.aliyuncs.com/a/b__c/d---e.f_g:A_B-1.0",
		"Registry.Example.com/a", "[fd00::1]:5000/a", "a@" + sha, "a:" + strings.Repeat("x", 128), "a@sha512:" + strings.Repeat("ab", 64), "a@other+b64:" + strings.Repeat("Ab", 16), "1.2.3.4/a", "a/b/c/d",
		strings.Repeat("a", 255),
	} {
		if p := image.Problem(address); p != "" {
			t.Errorf("%q: %s", address, p)
		}
	}
	for address, want := range map[string]string{
		"": "empty", "https://registry.cn-hangzhou.aliyuncs.com/a/b:1": "scheme", "docker://a": "scheme", "a b": "blank", "a:1 ": "blank", " a": "blank", "a\n": "blank",
		"registry.cn-hangzhou.aliyuncs.com/a/B:1": "capitals", "Shop/app": "capitals", "Nginx": "capitals",
		"user:x@registry.example.com/a": "digest must", "registry.example.com/": "no repository", "registry.example.com:5000/": "no repository",
		"a//b": "repository must", "/a": "repository must", "a/": "repository must", "-a": "repository must", "a-": "repository must", "a..b": "repository must", "a___b": "repository must", "a/b/": "repository must", "a/é": "repository must", "a?b": "repository must",
		"a:": "tag must", "a:-1": "tag must", "a:.1": "tag must", "a:1:2": "tag must", "a:" + strings.Repeat("x", 129): "tag must", "a:v1+2": "tag must", "a:版": "tag must",
		"a@": "digest must", "a@sha256:": "digest must", "a@sha256:12": "digest must", "a@" + strings.Repeat("0", 64): "digest must", "a@sha256:" + strings.Repeat("g", 64): "digest must",
		"a@sha256:" + strings.Repeat("0", 63): "wrong number", "a@sha256:" + strings.Repeat("A", 64): "capitals among", "a@" + sha + "@" + sha: "digest must",
		"re_gistry.example.com/a": "host name", "-x.example.com/a": "host name", "example.com:port/a": "host name", "example..com/a": "host name", ".com/a": "host name",
		strings.Repeat("a", 256): "longer",
	} {
		if p := image.Problem(address); !strings.Contains(p, want) {
			t.Errorf("%q: %q, want %q", address, p, want)
		}
	}
}
