package source_test

import (
	"testing"

	"saejob/internal/source"
)

func TestParseLive(t *testing.T) {
	for text, want := range map[string]source.Target{
		"live:prod":              {Environment: "prod"},
		"live:測試.1":              {Environment: "測試.1"},
		"live:cn-beijing":        {Region: "cn-beijing"},
		"live:us-east-1":         {Region: "us-east-1"},
		"live:cn-beijing:test":   {Region: "cn-beijing", Namespace: "cn-beijing:test"},
		"live:cn-beijing:":       {Region: "cn-beijing", Namespace: "cn-beijing"},
		"live:rus-west-1:test":   {Region: "rus-west-1", Namespace: "rus-west-1:test"},
		"live:":                  {},
		"live::test":             {},
		"live:cn-beijing.evil.x": {},
		"live:cn-Beijing:test":   {},
		"live:evil.com/?:test":   {},
		"live:cn-beijing:a:b":    {},
		"live:cn-beijing:test/a": {},
	} {
		got, err := source.ParseLive(text)
		if got != want || (err != nil) != (want == source.Target{}) {
			t.Errorf("%s is %+v, %v", text, got, err)
		}
	}
}
