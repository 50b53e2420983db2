package sae

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// The first vector is the one published with the signature's specification
// (help.aliyun.com/document_detail/2593177.html); the others were computed
// once with the official client.
func TestSignVectors(t *testing.T) {
	const jobs = "https://sae.cn-beijing.aliyuncs.com/pop/v1/sam/job/"
	for _, v := range []struct {
		name, method, url, action, version, secret, date, nonce, want string
	}{{
		"published", "POST", "https://ecs.cn-shanghai.aliyuncs.com/?RegionId=cn-shanghai&ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
		"RunInstances", "2014-05-26", "YourAccessKeySecret", "2023-10-26T10:22:32Z", "3156853299f313e23d1673dc12e1703d",
		"06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
	}, {
		"describe", "GET", jobs + "describeJob?AppId=7171a6ca-d1cd-4928-8642-7d5cfe690000",
		"DescribeJob", "2019-05-06", "testsecret", "2026-11-23T00:00:00Z", "0123456789abcdef0123456789abcdef",
		"dd77a485a7f65a80b5d0cdd2df189d4f6a76853a064a3cfcccd136d41dcfbebd",
	}, {
		"list", "GET", jobs + "listJobs?Workload=job&CurrentPage=1&NamespaceId=cn-beijing%3Atest&PageSize=200&Tags=%5B%7B%22key%22%3A%22env%22%2C%22value%22%3A%22prod%2A~%22%7D%5D",
		"ListJobs", "2019-05-06", "testsecret", "2026-11-23T00:00:00Z", "0123456789abcdef0123456789abcdef",
		"e83df43e33b01a4abe5c3b431beea624f0cbdd806ec24ba575ed9f73c31b347c",
	}} {
		t.Run(v.name, func(t *testing.T) {
			req, err := http.NewRequest(v.method, v.url, nil)
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("x-acs-action", v.action)
			req.Header.Set("x-acs-version", v.version)
			req.Header.Set("Accept", "application/json") // is not signed
			now, err := time.Parse(time.RFC3339, v.date)
			if err != nil {
				t.Fatal(err)
			}
			Sign(req, nil, NewCredentials("YourAccessKeyId", v.secret, ""), now, v.nonce)
			want := "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=" + v.want
			if got := req.Header.Get("Authorization"); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestSignTemporaryCredentials(t *testing.T) {
	req, err := http.NewRequest("GET", "http://127.0.0.1:8080/", nil)
	if err != nil {
		t.Fatal(err)
	}
	Sign(req, nil, NewCredentials("id", "secret", "token"), time.Unix(0, 0), "nonce")
	for name, want := range map[string]string{
		"x-acs-security-token": "token", "x-acs-accesskey-id": "id", "x-acs-date": "1970-01-01T00:00:00Z",
		"x-acs-signature-nonce": "nonce",
	} {
		if got := req.Header.Get(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
		if !strings.Contains(req.Header.Get("Authorization"), name) {
			t.Errorf("%s is not signed", name)
		}
	}
}

func TestQuerySentIsQuerySigned(t *testing.T) {
	req, err := http.NewRequest("GET", "http://127.0.0.1/?b=+*~%2F&a=%2B%25&c=&%E4%BD%A0=%E5%A5%BD", nil)
	if err != nil {
		t.Fatal(err)
	}
	Sign(req, nil, Credentials{}, time.Unix(0, 0), "")
	if got, want := req.URL.RawQuery, "a=%2B%25&b=%20%2A~%2F&c=&%E4%BD%A0=%E5%A5%BD"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestSignedValues: what is signed of a header is what a server reads of it, without blanks
// around and with all its values.
func TestSignedValues(t *testing.T) {
	signature := func(values ...string) string {
		req, err := http.NewRequest("GET", "https://sae.cn-beijing.aliyuncs.com/", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header["X-Acs-Test"] = values
		Sign(req, nil, NewCredentials("id", "testsecret", ""), time.Unix(0, 0), "nonce")
		return req.Header.Get("Authorization")
	}
	if signature(" a ") != signature("a") || signature("a", "b") != signature("a,b") || signature("a") == signature("b") {
		t.Error("blanks count, or values do not")
	}
}
