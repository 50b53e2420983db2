package emulator

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
)

// refusal is an answer with an error in it. The codes and messages are the
// ones that the gateway's and SAE's lists of errors have; statuses that those
// leave open are 400.
type refusal struct {
	status  int
	code    string
	message string
}

// missing refuses a call that lacks a mandatory parameter or header.
func missing(name string) *refusal {
	return &refusal{http.StatusBadRequest, "MissingParameter", name + " is mandatory for this action."}
}

// invalid refuses a parameter's value.
func invalid(name, why string) *refusal {
	return &refusal{http.StatusBadRequest, "InvalidParameter.WithMessage", fmt.Sprintf("The parameter is invalid {%s}: %s", name, why)}
}

// write answers a call that was not admitted.
func (f *refusal) write(w http.ResponseWriter, c *call) {
	if f.status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", http.MethodGet)
	}
	f.answer(c).write(w)
}

// answer returns the document that the gateway sends for errors.
func (f *refusal) answer(c *call) answer {
	return document(f.status, encode(struct {
		RequestID string `json:"RequestId"`
		HostID    string `json:"HostId"`
		Code      string
		Message   string
		Recommend string
		Denied    *denied `json:"AccessDeniedDetail,omitempty"`
	}{
		c.requestID, c.host, f.code, f.message,
		"https://api.aliyun.com/troubleshoot?q=" + url.QueryEscape(f.code) + "&product=sae&requestId=" + c.requestID,
		f.denied(c),
	}))
}

// denied is which permission a call lacks.
type denied struct {
	PolicyType        string
	AuthPrincipalType string
	NoPermissionType  string
	AuthAction        string
}

func (f *refusal) denied(c *call) *denied {
	if f.status != http.StatusForbidden {
		return nil
	}
	return &denied{"AccountLevelIdentityBasedPolicy", "SubUser", "ImplicitDeny", "sae:" + c.action.name}
}

// encode returns v as JSON, with <, > and & as they are.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // only texts, numbers and JSON that was read are encoded
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
