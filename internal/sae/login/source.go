package login

import (
	"errors"
	"fmt"

	"github.com/aliyun/credentials-go/credentials/providers"

	"saejob/internal/sae"
)

// ErrNoCredentials is the [sae.ErrCredentials] that says that nothing is configured
// at all. The error that wraps it lists where that was looked for.
var ErrNoCredentials = fmt.Errorf("%w: none of these is configured", sae.ErrCredentials)

// errIncomplete is for what the library checks and we do not.
var errIncomplete = errors.New("the credentials library considers this configuration incomplete")

// source is a place where credentials are looked for.
type source struct {
	name string // in errors
	help string // in help
	// open returns what provides the credentials, an absent if nothing is configured
	// there, or what is wrong with what is.
	open func(Login) (providers.CredentialsProvider, error)
	// lacksProfiles: it is not asked when ALIBABA_CLOUD_PROFILE names a profile.
	lacksProfiles bool
}

// absent says what would be there if a source were configured.
type absent string

func (a absent) Error() string { return string(a) }
