package secret

import "regexp"

// tokenForm is a token that is known by how it begins.
type tokenForm struct {
	prefix string
	// least is the least number of characters after the prefix.
	least int
	// also are characters of it besides letters, digits, - and _.
	also string
	// digit: there is a digit among them; the prefix alone says little.
	digit bool
	// shape is what follows the prefix; nil: anything.
	shape *regexp.Regexp
	// pair: it is the id of an access key, which its secret often follows.
	pair bool
}

// tokenForms are access keys of clouds, tokens of code hosts, of chats, of
// registries, of models and payments. A new form is a row.
var tokenForms = []tokenForm{
	{prefix: "LTAI", least: 8, pair: true}, {prefix: "STS.", least: 8, pair: true}, {prefix: "TMP.", least: 12, digit: true},
	{prefix: "AKIA", least: 8, pair: true}, {prefix: "ASIA", least: 12, digit: true, pair: true}, {prefix: "AROA", least: 12, digit: true}, {prefix: "AIDA", least: 12, digit: true},
	{prefix: "AKID", least: 8, pair: true}, {prefix: "AIza", least: 20}, {prefix: "ya29.", least: 10}, {prefix: "GOCSPX-", least: 10},
	{prefix: "ghp_", least: 6}, {prefix: "gho_", least: 6}, {prefix: "ghu_", least: 6}, {prefix: "ghs_", least: 6}, {prefix: "ghr_", least: 6},
	{prefix: "github_pat_", least: 6}, {prefix: "glpat-", least: 6, also: "."}, {prefix: "gldt-", least: 6}, {prefix: "glrt-", least: 6, also: "."},
	{prefix: "glptt-", least: 6}, {prefix: "glcbt-", least: 6}, {prefix: "gloas-", least: 6}, {prefix: "glsa_", least: 10}, {prefix: "glc_", least: 20},
	{prefix: "xoxb-", least: 6}, {prefix: "xoxp-", least: 6}, {prefix: "xoxa-", least: 6}, {prefix: "xoxr-", least: 6}, {prefix: "xoxs-", least: 6},
	{prefix: "xoxe-", least: 6}, {prefix: "xoxe.", least: 6}, {prefix: "xapp-", least: 6},
	{prefix: "npm_", least: 16}, {prefix: "pypi-", least: 16, digit: true}, {prefix: "dckr_pat_", least: 6}, {prefix: "dop_v1_", least: 10},
	{prefix: "hvs.", least: 8}, {prefix: "hvb.", least: 8}, {prefix: "hf_", least: 16}, {prefix: "shpat_", least: 10}, {prefix: "shpss_", least: 10},
	{prefix: "sk-", least: 8, digit: true}, {prefix: "sk_live_", least: 6}, {prefix: "sk_test_", least: 6}, {prefix: "rk_live_", least: 6},
	{prefix: "rk_test_", least: 6}, {prefix: "whsec_", least: 8}, {prefix: "SG.", least: 16, also: "."}, {prefix: "gsk_", least: 16},
	{prefix: "nvapi-", least: 10}, {prefix: "xai-", least: 16, digit: true}, {prefix: "pplx-", least: 16}, {prefix: "r8_", least: 16},
	{prefix: "figd_", least: 10}, {prefix: "ATATT3", least: 10, also: "="}, {prefix: "lin_api_", least: 10}, {prefix: "tskey-", least: 8},
	{prefix: "PMAK-", least: 10}, {prefix: "EAAC", least: 40}, {prefix: "AGE-SECRET-KEY-1", least: 8}, {prefix: "ntn_", least: 16, digit: true},
	{prefix: "dapi", least: 32, digit: true}, {prefix: "dp.pt.", least: 20}, {prefix: "dp.st.", least: 20, also: "."}, {prefix: "dp.ct.", least: 20},
	{prefix: "dp.scim.", least: 20}, {prefix: "dp.audit.", least: 20}, {prefix: "pul-", least: 40}, {prefix: "dt0c01.", least: 40, also: "."},
	{prefix: "sntrys_", least: 20, also: "=+/"}, {prefix: "sntryu_", least: 20}, {prefix: "v1.0-", least: 60}, {prefix: "fo1_", least: 20},
	{prefix: "fm2_", least: 20, also: "+/=,"}, {prefix: "FlyV1 fm2_", least: 20, also: "+/=,"}, {prefix: "rubygems_", least: 20}, {prefix: "EZAK", least: 50, digit: true},
	{prefix: "EZTK", least: 50, digit: true}, {prefix: "pscale_tkn_", least: 20}, {prefix: "pscale_pw_", least: 20}, {prefix: "pscale_oauth_", least: 20},
	{prefix: "sq0atp-", least: 16}, {prefix: "sq0csp-", least: 16}, {prefix: "HRKU-", least: 20}, {prefix: "CLOJARS_", least: 40},
	{prefix: "AKCp", least: 60}, {prefix: "cmVmd", least: 50}, {prefix: "ops_", least: 80}, {prefix: "A3-", least: 30, digit: true},
	{prefix: "doo_v1_", least: 10}, {prefix: "dor_v1_", least: 10}, {prefix: "ATBB", least: 20, digit: true}, {prefix: "NRAK-", least: 20},
	{prefix: "NRJS-", least: 16}, {prefix: "NRII-", least: 16}, {prefix: "xkeysib-", least: 40}, {prefix: "key-", least: 32, digit: true},
	{prefix: "rdme_", least: 40}, {prefix: "pnu_", least: 30}, {prefix: "shippo_live_", least: 20}, {prefix: "shippo_test_", least: 20},
	{prefix: "pat.", least: 40, also: "."}, {prefix: "sbp_", least: 30}, {prefix: "squ_", least: 30}, {prefix: "sqp_", least: 30},
	{prefix: "sgp_", least: 30}, {prefix: "duffel_live_", least: 20}, {prefix: "duffel_test_", least: 20}, {prefix: "fio-u-", least: 40},
	{prefix: "p8e-", least: 30}, {prefix: "nsec1", least: 50},
	{prefix: "eyJ", least: 10, also: ".", shape: jsonWebToken},
}

// jsonWebToken is what follows the beginning of a JSON Web Token: a dot is in it.
var jsonWebToken = regexp.MustCompile(`^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{4}`)
