// Package login finds the credentials to call SAE with, where Alibaba Cloud's own
// tools find theirs: in the environment, in their files, from the instance. Start
// with [Login.Source]; a file source_NAME.go is one place, and [Order] lists them.
package login

// Login says whose credentials to use. Without Profile and ECSRole they are those of
// the first source of [Order] that is configured.
//
// That is the order of Alibaba Cloud's own tools, so that the same shell means the
// same account; keys in the environment go before ALIBABA_CLOUD_PROFILE there, too.
// Unlike there, what is configured and does not work is an error, and so is an
// ALIBABA_CLOUD_PROFILE that is in neither file: what comes after it may be another
// account's.
type Login struct {
	// Profile names the one of the aliyun CLI's profiles to use, and no other
	// and nothing else.
	Profile string
	// ECSRole asks for the RAM role of the ECS instance that this runs on, and
	// for nothing else; Role names it, or is empty for the one it has.
	ECSRole bool
	Role    string

	// standIn are the addresses that tests call instead of the real ones.
	standIn struct{ sts, metadataProxy string }
}
