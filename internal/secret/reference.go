package secret

import (
	"regexp"
	"strings"
)

var (
	// reference is a value that only says where the secret is. A default in it
	// (${X:-y}) would be one.
	reference = regexp.MustCompile(`^(?:\$\{[A-Za-z_][A-Za-z0-9_.-]*(?::-?)?\}|\$[A-Z_][A-Z0-9_]*|\$\([A-Z_][A-Z0-9_]*\)|` +
		`\{\{[^{}"'` + "`" + `]*\}\}|%[A-Z_][A-Z0-9_]*%|%\([A-Za-z_]+\)s)+$`)
	// pointer is a value that only says where the secret is, in the words of a vault.
	pointer = regexp.MustCompile(`^(?:\$\{(?:vault|kms|env|file|secret|secrets|ssm|aws|gcp|azure):[^{}]*\}|\$\{\{[^{}]*\}\}|#\{[A-Za-z_][A-Za-z0-9_.]*\}|` +
		`\{\{ *lookup [^{}]*\}\}|(?:ref\+)?[a-z+-]*(?:vault|kms|secret|ssm|keychain|op|awssm|gcpsm|param|keyring)[a-z]*://[^\s@]*|` +
		`(?:vault|kms|ssm|secret|secrets|sm|op|ref|akv|keyring|configmap):[A-Za-z][^\s:@]*[/.][^\s:@]*|env:[A-Z_][A-Z0-9_]*|file:/\S+|` +
		`arn:aws[a-z-]*:(?:secretsmanager|ssm|kms):\S+|acs:kms:\S+|acs:oos:\S+|projects/[^/\s]+/secrets/\S+|@Microsoft\.KeyVault\([^()]*\)|` +
		`(?:secret|configMap)(?:Key)?Ref|#/[A-Za-z/_-]+)$`)
	// command is one that brings the secret; what is in it is looked at.
	command = regexp.MustCompile("^(?:\\$\\([^()]*\\)|`[^`]*`)$")
	// prints are commands that bring what stands behind them.
	prints = regexp.MustCompile("^(?:\\$\\(|`)\\s*(?:echo|printf|base64|print)\\b")
)

// isReference reports whether a value only says where the secret is.
func isReference(value string) bool {
	return reference.MatchString(value) || pointer.MatchString(value) || command.MatchString(value) && !prints.MatchString(value)
}

var (
	// toFill is a text that a person is to replace by a secret.
	toFill = regexp.MustCompile(`^(?i:__[a-z][a-z0-9_]*__|@@?[a-z][a-z0-9_.]*@@?|<[a-z][a-z0-9]*(?:[-_ ][a-z0-9]+)*>|\[[a-z]+(?:[-_ ][a-z]+)*\]|\((?:unset|none|empty|hidden|redacted|not set)\)|` +
		`replace[-_ ]?(?:me|this|it|with[-_ a-z]*)|change[-_ ]?(?:me|it[-_ ]?now|this)(?:[-_](?:placeholder|please|now|in-prod|before-use)(?:[-_]\$\{[a-z_]+\})?)?|` +
		`(?:insert|put|enter|fill|add|set)[-_ ](?:your|the|a|in|me)?(?:[-_ ]?[a-z]+)*[-_ ](?:here|in)|(?:your|my)[-_ ](?:[a-z]+[-_ ])*(?:password|passwd|secret|token|key|pass|credentials?)(?:[-_ ](?:here|goes-here))?|` +
		`todo|tbd|fixme|placeholder|redacted|hidden|masked|xxx+)$`)
	// excuse is prose in the place of a secret: see wiki, in several languages.
	excuse = regexp.MustCompile(`^(?i:none|n/a|(?:basic, )?(?:see|none|n/a|via|ask|not|stored|kept|managed|same|from|siehe|voir|ver|véase|vedi|zie|см\.|смотри)(?:[ ,;:]+[@#]?[\p{L}0-9]+){1,6}|` +
		`[0-9]+ of [0-9]+ [a-z]+)\.?$|^(?:见|请|参见|详见|查看|联系|由|无|空|待定)[\p{Han}A-Za-z0-9 ]*$`)
)

// isToFill reports whether a value tells nothing: it is to be replaced by a secret, or
// was replaced by signs.
func isToFill(value string) bool {
	return toFill.MatchString(value) || strings.Trim(value, `.*+?/\|-_#•})];,=`) == ""
}
