package witness

import (
	"errors"
	"io"
	"net"
	"net/http"
	"testing"
	"testing/fstest"
	"time"

	"github.com/alibabacloud-go/darabonba-openapi/v2/client"
	"github.com/alibabacloud-go/darabonba-openapi/v2/models"
	"github.com/alibabacloud-go/tea/dara"
	"github.com/alibabacloud-go/tea/tea"

	"saejob/internal/emulator"
)

var (
	lasting   = emulator.Credential{AccessKeyID: "lasting", Secret: "a secret"}
	temporary = emulator.Credential{AccessKeyID: "STS.temporary", Secret: "another secret", Token: "CAIS+/=="}
)

// start serves files, which are names and Data objects, at the address that it
// returns; its clock is ahead by skew.
func start(t *testing.T, files map[string]string, skew time.Duration) string {
	t.Helper()
	data := fstest.MapFS{}
	for name, text := range files {
		data[name] = &fstest.MapFile{Data: []byte(text)}
	}
	server, err := emulator.New(emulator.Options{
		Data:        data,
		Credentials: []emulator.Credential{lasting, temporary},
		Clock:       func() time.Time { return time.Now().Add(skew) },
	})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(t.Context(), listener) }()
	t.Cleanup(func() {
		if err := <-served; err != nil {
			t.Error(err)
		}
	})
	return listener.Addr().String()
}

// config is the official client's for that address and key pair.
func config(address string, c emulator.Credential) *models.Config {
	f := &models.Config{
		Endpoint:        dara.String(address),
		Protocol:        dara.String("http"),
		NoProxy:         dara.String(address),
		AccessKeyId:     dara.String(c.AccessKeyID),
		AccessKeySecret: dara.String(c.Secret),
	}
	if c.Token != "" {
		f.SecurityToken = dara.String(c.Token)
	}
	return f
}

// call has the official client make a call as the typed SDK does; query is
// names and values in turn.
func call(f *models.Config, action, bodyType string, query ...string) (map[string]any, error) {
	c, err := client.NewClient(f)
	if err != nil {
		return nil, err
	}
	path := map[string]string{"ListJobs": "listJobs", "DescribeJob": "describeJob"}[action]
	values := map[string]*string{}
	for i := 0; i < len(query); i += 2 {
		values[query[i]] = dara.String(query[i+1])
	}
	return c.CallApi(&models.Params{
		Action:      dara.String(action),
		Version:     dara.String("2019-05-06"),
		Protocol:    dara.String("HTTPS"),
		Pathname:    dara.String("/pop/v1/sam/job/" + path),
		Method:      dara.String("GET"),
		AuthType:    dara.String("AK"),
		Style:       dara.String("ROA"),
		ReqBodyType: dara.String("json"),
		BodyType:    dara.String(bodyType),
	}, &models.OpenApiRequest{Query: values}, &dara.RuntimeOptions{})
}

// describe gives the answer's bytes.
func describe(f *models.Config, appID string) ([]byte, error) {
	answer, err := call(f, "DescribeJob", "binary", "AppId", appID)
	if err != nil {
		return nil, err
	}
	body, ok := answer["body"].(io.ReadCloser)
	if !ok {
		return nil, errors.New("the answer is no stream")
	}
	defer body.Close()
	return io.ReadAll(body)
}

// wire is a transport of the official client that changes requests which are
// signed already.
type wire func(*http.Request)

// Call makes wire the official client's HttpClient.
func (w wire) Call(request *http.Request, _ *http.Transport) (*http.Response, error) {
	w(request)
	return (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(request)
}

// refused asks err for the gateway's code and status.
func refused(t *testing.T, err error, status int, code string) {
	t.Helper()
	var f *tea.SDKError
	if !errors.As(err, &f) {
		t.Fatalf("got %v, want an error of the gateway", err)
	}
	if tea.IntValue(f.StatusCode) != status || tea.StringValue(f.Code) != code {
		t.Errorf("got %d %s (%s), want %d %s", tea.IntValue(f.StatusCode), tea.StringValue(f.Code), tea.StringValue(f.Message), status, code)
	}
}
