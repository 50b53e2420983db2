package secret

import (
	"slices"
	"strings"
	"testing"
)

// vendors are how tokens begin, as their makers document it; a blank stands between two.
// They stand apart from what makes them tokens, so that no scanner takes this file for a
// leak.
const vendors = `LTAI STS. AKIA ASIA AKID AIza ya29. GOCSPX- ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- gldt- glrt- glptt- glcbt- gloas-
glsa_ glc_ xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xapp- npm_ pypi- dckr_pat_ dop_v1_ doo_v1_ dor_v1_ hvs. hvb. hf_ shpat_ shpss_ sk- sk_live_
sk_test_ rk_live_ rk_test_ whsec_ SG. gsk_ nvapi- xai- pplx- r8_ figd_ ATATT3 lin_api_ tskey- PMAK- EAAC AGE-SECRET-KEY-1 ntn_ dapi
dp.pt. dp.st. dt0c01. sntrys_ sntryu_ rubygems_ EZAK EZTK pscale_tkn_ pscale_pw_ sq0atp- sq0csp- HRKU- CLOJARS_ NRAK- xkeysib- sbp_ squ_ sqp_ sgp_ nsec1`

// TestTokensOfVendors: what begins as a vendor says, and goes on like a token, is one.
func TestTokensOfVendors(t *testing.T) {
	for _, begin := range strings.Fields(vendors) {
		token := begin + strings.Repeat("k4nAri7B", 12)
		if !slices.Contains(tokens("x "+token+" y"), span{2, 2 + len(token)}) {
			t.Errorf("a token that begins with %s is not found", begin)
		}
	}
}
