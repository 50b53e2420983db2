package login

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"saejob/internal/sae"

	"github.com/aliyun/credentials-go/credentials/providers"
)

// cache shares one set of credentials. The library's providers know neither goroutines
// nor contexts: here each is asked by one goroutine at a time, for all who wait, and
// whoever gives up leaves it behind. They keep what they got until three minutes before
// it expires, and then renew it.
type cache struct {
	find func() (string, providers.CredentialsProvider, error)

	mu     sync.Mutex
	asking *asking // the goroutine under way; nil: none

	// These are the goroutine's.
	source   string
	provider providers.CredentialsProvider
	last     sae.Credentials
	lastAt   time.Time
}

// asking is one goroutine's work. done is closed when the rest is there.
type asking struct {
	done        chan struct{}
	credentials sae.Credentials
	err         error
}

func newCache(find func() (string, providers.CredentialsProvider, error)) *cache {
	return &cache{find: find}
}

// get is a [sae.Source].
func (s *cache) get(ctx context.Context) (sae.Credentials, error) {
	if err := ctx.Err(); err != nil {
		return sae.Credentials{}, err
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
		return sae.Credentials{}, ctx.Err()
	}
}

func (s *cache) ask(a *asking) {
	defer func() {
		// The library follows pointers that an answer left nil.
		if recover() != nil {
			a.err = fmt.Errorf("%w: %s: %s", sae.ErrCredentials, s.source, notUnderstood)
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

func (s *cache) resolve() (sae.Credentials, error) {
	if s.provider == nil {
		source, provider, err := s.find()
		if err != nil {
			return sae.Credentials{}, err
		}
		s.source, s.provider = source, provider
	}
	c, err := s.provider.GetCredentials()
	if err != nil {
		text, temporary := reason(err)
		// When the library gave them out without renewing them, they were good
		// for that long at least: time to fix what is broken.
		if temporary && time.Since(s.lastAt) < renewal {
			return s.last, nil
		}
		return sae.Credentials{}, fmt.Errorf("%w: %s: %s", sae.ErrCredentials, s.source, text)
	}
	k := keys{id: c.AccessKeyId, secret: c.AccessKeySecret, token: c.SecurityToken}
	if k.id == "" || k.secret == "" {
		return sae.Credentials{}, fmt.Errorf("%w: %s: %s", sae.ErrCredentials, s.source, notUnderstood)
	}
	if what := k.unusable("the access key id", "the access key secret", "the token"); what != "" {
		return sae.Credentials{}, fmt.Errorf("%w: %s: %w", sae.ErrCredentials, s.source, errors.New(what))
	}
	s.last, s.lastAt = sae.NewCredentials(k.id, k.secret, k.token), time.Now()
	return s.last, nil
}
