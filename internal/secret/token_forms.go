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
	{prefix: "glffct-", least: 6}, {prefix: "glft-", least: 6}, {prefix: "glimt-", least: 6}, {prefix: "glagent-", least: 6},
	{prefix: "glsoat-", least: 6}, {prefix: "glrtr-", least: 6}, {prefix: "GR1348941", least: 16}, {prefix: "dckr_oat_", least: 6},
	{prefix: "shpca_", least: 10}, {prefix: "shppa_", least: 10}, {prefix: "shptka_", least: 10}, {prefix: "sk_prod_", least: 6}, {prefix: "rk_prod_", least: 6},
	{prefix: "EAAA", least: 40, digit: true}, {prefix: "EAAM", least: 40}, {prefix: "EAAG", least: 40}, {prefix: "EAAB", least: 40},
	{prefix: "ABIA", least: 16}, {prefix: "ACCA", least: 16}, {prefix: "ABSK", least: 60, also: "+/="}, {prefix: "bedrock-api-key-", least: 10},
	{prefix: "4b1d", least: 38}, {prefix: "FLWSECK_TEST-", least: 10}, {prefix: "FLWSECK-", least: 16}, {prefix: "fm1r_", least: 20, also: "+/="}, {prefix: "fm1a_", least: 20, also: "+/="},
	{prefix: "eyJrIjoi", least: 40, also: "="}, {prefix: "sat.", least: 40, also: "."}, {prefix: "api_org_", least: 20}, {prefix: "ico-", least: 32, digit: true},
	{prefix: "s-s4t2ud-", least: 20}, {prefix: "s-s4t2af-", least: 20}, {prefix: "ZXlK", least: 40, digit: true, also: "="}, {prefix: "sha256~", least: 40},
	{prefix: "sm_aat_", least: 12}, {prefix: "sm_pat_", least: 12}, {prefix: "sm_sat_", least: 12}, {prefix: "xoxo-", least: 6}, {prefix: "xoxd-", least: 20, also: "%"},
	{prefix: "lsv2_pt_", least: 20}, {prefix: "lsv2_sk_", least: 20}, {prefix: "phc_", least: 30}, {prefix: "phx_", least: 30},
	{prefix: "nfp_", least: 30}, {prefix: "nfc_", least: 30}, {prefix: "nfo_", least: 30}, {prefix: "nfu_", least: 30}, {prefix: "cfut_", least: 30},
	{prefix: "tvly-", least: 16, digit: true}, {prefix: "jina_", least: 30}, {prefix: "fw_", least: 20, digit: true}, {prefix: "key_live_", least: 16},
	{prefix: "key_test_", least: 16}, {prefix: "rpa_", least: 30}, {prefix: "ddp_", least: 30}, {prefix: "secret_", least: 40, digit: true},
	{prefix: "ATCTT3", least: 20, also: "="}, {prefix: "ATSTT3", least: 20, also: "="}, {prefix: "dtn_", least: 30}, {prefix: "figu_", least: 20},
	{prefix: "CAIS", least: 60, digit: true, also: "+/="}, {prefix: "IQoJb3JpZ2lu", least: 20, also: "+/="}, {prefix: "FwoGZXIvYXdz", least: 20, also: "+/="},
	{prefix: "tfp_", least: 30}, {prefix: "oy2", least: 40, digit: true}, {prefix: "PMAT-", least: 20}, {prefix: "t1.9euelZ", least: 20, also: ".="},
	{prefix: "YCA", least: 30, digit: true}, {prefix: "AQVN", least: 30, digit: true}, {prefix: "AQAAAA", least: 40, digit: true}, {prefix: "sl.", least: 60, digit: true},
	{prefix: "apify_api_", least: 16}, {prefix: "ion_", least: 30, digit: true}, {prefix: "dG9rOj", least: 40, also: "="}, {prefix: "tk-us-", least: 40},
	{prefix: "tk-eu-", least: 40}, {prefix: "RWRTY0Iy", least: 40, also: "+/="}, {prefix: "vercel_blob_rw_", least: 16}, {prefix: "sb_secret_", least: 16},
	{prefix: "re_", least: 24, digit: true}, {prefix: "rnd_", least: 24, digit: true}, {prefix: "tgp_v1_", least: 20}, {prefix: "fc-", least: 30, digit: true},
	{prefix: "pat-na1-", least: 30}, {prefix: "pat-eu1-", least: 30}, {prefix: "bce-v3/ALTAK-", least: 16, also: "/"}, {prefix: "AKLT", least: 24, pair: true},
	{prefix: "JDC_", least: 20, pair: true}, {prefix: "mlsn.", least: 40}, {prefix: "dt0s01.", least: 40, also: "."}, {prefix: "dt0s16.", least: 40, also: "."},
	{prefix: "BBDC-", least: 30}, {prefix: "CFPAT-", least: 30}, {prefix: "bkua_", least: 30}, {prefix: "CCIPAT_", least: 20}, {prefix: "CCIPRJ_", least: 20},
	{prefix: "napi_", least: 30, digit: true}, {prefix: "rzp_live_", least: 12}, {prefix: "rzp_test_", least: 12}, {prefix: "lin_oauth_", least: 20},
	{prefix: "hvr.", least: 20}, {prefix: "wandb_v1_", least: 20}, {prefix: "waka_", least: 30}, {prefix: "APA91b", least: 60}, {prefix: "gAAAAA", least: 60, also: "="},
	{prefix: "sk.eyJ", least: 20, also: "."}, {prefix: "p.eyJ", least: 20, also: "."}, {prefix: "secret-live-", least: 16}, {prefix: "access-production-", least: 20},
	{prefix: "eyJ", least: 10, also: ".", shape: jsonWebToken},
}

// jsonWebToken is what follows the beginning of a JSON Web Token: a dot is in it.
var jsonWebToken = regexp.MustCompile(`^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{4}`)
