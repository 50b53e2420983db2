package emulator

import (
	"net/url"
	"slices"
	"strings"
)

// filterOf reads the parameters that leave templates out. Whether the API
// finds a part of a name, too, and how it separates several ids, is not
// documented: here a name is whole and a comma separates.
func filterOf(query url.Values) (func(template) bool, *refusal) {
	if workload := query.Get("Workload"); workload == "" {
		return nil, missing("Workload")
	} else if workload != "job" {
		return nil, invalid("Workload", "it must be job")
	}
	// A list that ignored these would look like one that did not.
	for _, name := range []string{"Tags", "OrderBy", "Reverse"} {
		if query.Get(name) != "" {
			return nil, invalid(name, "the emulator does not support it")
		}
	}
	namespaceID, appName, value := query.Get("NamespaceId"), query.Get("AppName"), query.Get("FieldValue")
	field := func(template) bool { return true }
	switch fieldType := query.Get("FieldType"); {
	case fieldType == "appName":
		field = func(t template) bool { return value == "" || t.appName == value }
	case fieldType == "appIds":
		ids := strings.Split(value, ",")
		field = func(t template) bool { return value == "" || slices.Contains(ids, t.appID) }
	case fieldType != "" || value != "":
		return nil, invalid("FieldType", "it must be appName or appIds")
	}
	return func(t template) bool {
		return (namespaceID == "" || t.namespaceID == namespaceID) && (appName == "" || t.appName == appName) && field(t)
	}, nil
}
