package sae

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/aliyun/credentials-go/credentials/providers"
)

// shared gives one set of credentials to many. The library's providers know
// neither goroutines nor contexts: here each is asked by one goroutine at a
// time, for all who wait, and who gives up leaves it behind. They keep what
// they got until three minutes before its end, and then get it anew.
type shared struct {
	find func() (string, providers.CredentialsProvider, error)

	mu     sync.Mutex
	asking *asking // the goroutine under way; nil: none

	// These are the goroutine's.
	place    string
	provider providers.CredentialsProvider
	last     Credentials
	lastAt   time.Time
}

// asking is one goroutine's work. done is closed when the rest is there.
type asking struct {
	done        chan struct{}
	credentials Credentials
	err         error
}

func newShared(find func() (string, providers.CredentialsProvider, error)) *shared {
	return &shared{find: find}
}

// get is a [Source].
func (s *shared) get(ctx context.Context) (Credentials, error) {
	if err := ctx.Err(); err != nil {
		return Credentials{}, err
	}
	s.mu.Lock()
	a := s.asking
	if a == nil {
		a = &asking{done: make(chan struct{})}
		s.asking = a
		go s.ask(a)
	}
	s.mu.Unlock()
	select {
	case <-a.done:
		return a.credentials, a.err
	case <-ctx.Done():
		return Credentials{}, ctx.Err()
	}
}

func (s *shared) ask(a *asking) {
	defer func() {
		// The library follows pointers that an answer left nil.
		if recover() != nil {
			a.err = fmt.Errorf("%w: %s: %s", ErrCredentials, s.place, notUnderstood)
		}
		s.mu.Lock()
		s.asking = nil
		s.mu.Unlock()
		close(a.done)
	}()
	a.credentials, a.err = s.resolve()
}

// renewal is how long before their end the library renews credentials.
const renewal = 3 * time.Minute

func (s *shared) resolve() (Credentials, error) {
	if s.provider == nil {
		place, provider, err := s.find()
		if err != nil {
			return Credentials{}, err
		}
		s.place, s.provider = place, provider
	}
	c, err := s.provider.GetCredentials()
	if err != nil {
		text, again := tell(err)
		// When the library gave them out without renewing them, they were good
		// for that long at least: time for what is broken to be mended.
		if again && time.Since(s.lastAt) < renewal {
			return s.last, nil
		}
		return Credentials{}, fmt.Errorf("%w: %s: %s", ErrCredentials, s.place, text)
	}
	k := keys{id: c.AccessKeyId, secret: c.AccessKeySecret, token: c.SecurityToken}
	if k.id == "" || k.secret == "" {
		return Credentials{}, fmt.Errorf("%w: %s: %s", ErrCredentials, s.place, notUnderstood)
	}
	if what := k.unusable("the access key id", "the access key secret", "the token"); what != "" {
		return Credentials{}, fmt.Errorf("%w: %s: %w", ErrCredentials, s.place, errors.New(what))
	}
	s.last, s.lastAt = NewCredentials(k.id, k.secret, k.token), time.Now()
	return s.last, nil
}
