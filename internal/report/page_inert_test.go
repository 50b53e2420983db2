package report_test

import (
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// ownText is the style and the script of a page, which are ours.
var ownText = regexp.MustCompile(`(?s)<style>.*?</style>|<script>.*?</script>`)

// markup is what a page is made of; attributes are those that hold words of ours,
// and those that hold any text but mean nothing.
var markup = map[string]string{
	"elements": "html head meta title body header p h1 h2 span bdi b ul li form label input kbd fieldset legend button output main section details summary " +
		"table colgroup col thead tbody tr th td div del ins",
	"attributes": "lang charset http-equiv content name class role aria-label hidden id type placeholder autocomplete spellcheck aria-keyshortcuts " +
		"aria-describedby aria-hidden value checked for scope colspan open data-find data-severity title",
}

// inertPage: whatever the texts are, a page is made of our own elements and
// attributes, and they end where they should.
func inertPage(t *testing.T, page string) {
	t.Helper()
	if n := len(ownText.FindAllString(page, -1)); n != 2 {
		t.Fatalf("%d styles and scripts", n)
	}
	dec := xml.NewDecoder(strings.NewReader(ownText.ReplaceAllString(page, "")))
	dec.Strict, dec.AutoClose, dec.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for depth := 0; ; {
		token, err := dec.Token()
		if err == io.EOF && depth == 0 {
			return
		}
		if err != nil {
			t.Fatal(err, depth)
		}
		switch token := token.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			depth++
			if !slices.Contains(strings.Fields(markup["elements"]), token.Name.Local) {
				t.Fatalf("<%s> in %s", token.Name.Local, page)
			}
			for _, a := range token.Attr {
				if !slices.Contains(strings.Fields(markup["attributes"]), a.Name.Local) {
					t.Fatalf("%s=%q in %s", a.Name.Local, a.Value, page)
				}
			}
		}
	}
}
