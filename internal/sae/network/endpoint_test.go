package network_test

import (
	"strings"
	"testing"

	"saejob/internal/sae/network"
	"saejob/internal/trial"
)

func TestEndpoints(t *testing.T) {
	for _, v := range []struct {
		name, region, endpoint, want string // want: the URL, or the beginning of the error
	}{
		{"of a region", "cn-beijing", "", "https://sae.cn-beijing.aliyuncs.com"},
		{"said", "cn-beijing", "https://SAE.example.com:8443/", "https://sae.example.com:8443"},
		{"said without region", "", "https://[2001:db8::1]:443", "https://[2001:db8::1]:443"},
		{"plain, address", "", "http://127.9.9.9:80", "http://127.9.9.9:80"},
		{"plain, IPv6", "", "http://[::1]:80", "http://[::1]:80"},
		{"plain, mapped", "", "http://[::ffff:127.0.0.1]:80", "http://[::ffff:127.0.0.1]:80"},
		{"plain, name", "", "http://LocalHost:80", "http://localhost:80"},
		{"plain to another", "", "http://sae.cn-beijing.aliyuncs.com", "endpoint: plain http"},
		{"plain to a name like an address", "", "http://127.0.0.1.example.com", "endpoint: plain http"},
		{"plain to any address", "", "http://0.0.0.0:80", "endpoint: plain http"},
		{"password", "", "https://user:" + trial.KeySecret + "@example.com", "endpoint is not the URL of a host"},
		{"loopback as user", "", "http://127.0.0.1@example.com", "endpoint is not the URL of a host"},
		{"path", "", "https://example.com/" + trial.KeySecret, "endpoint is not the URL of a host"},
		{"query", "", "https://example.com/?" + trial.KeySecret, "endpoint is not the URL of a host"},
		{"no scheme", "", "sae.cn-beijing.aliyuncs.com", "endpoint is not the URL of a host"},
		{"another scheme", "", "file:///etc/passwd", "endpoint is not the URL of a host"},
		{"no URL", "", "https://%zz" + trial.KeySecret, "endpoint is not the URL of a host"},
		{"host not ASCII", "", "https://sae。example.com", "endpoint is not the URL of a host"},
		{"no region", "", "", "no region"},
		{"region of another host", "evil.example.com/", "", "region "},
		{"region in capitals", "CN-beijing", "", "region "},
		{"region with a line break", "cn-beijing\n", "", "region "},
		{"region of another host, endpoint", "a.b", "https://example.com", "region "},
	} {
		t.Run(v.name, func(t *testing.T) {
			u, err := network.Endpoint(v.region, false, v.endpoint)
			if err != nil {
				trial.MustHide(t, err)
				if !strings.HasPrefix(err.Error(), v.want) {
					t.Errorf("got %v, want %s", err, v.want)
				}
				return
			}
			if got := u.String(); got != v.want {
				t.Errorf("got %s, want %s", got, v.want)
			}
		})
	}
	if u, err := network.Endpoint("cn-beijing", true, ""); err != nil || u.String() != "https://sae-vpc.cn-beijing.aliyuncs.com" {
		t.Errorf("from within a VPC: %v", err)
	}
	if u, err := network.Endpoint("cn-beijing", true, "https://example.com"); err != nil || u.String() != "https://example.com" {
		t.Errorf("from within a VPC, said: %v", err)
	}
}
