package emulator

import (
	"sync"
	"time"
)

// sweepEvery is how often nonces are forgotten.
const sweepEvery = time.Minute

// nonces remembers which nonces were used, by access key, for as long as the
// call could be sent again: after that its date refuses it.
type nonces struct {
	mu    sync.Mutex
	used  map[nonce]time.Time // until when
	swept time.Time
}

type nonce struct{ accessKeyID, text string }

// burn uses up a nonce, and reports whether it was unused.
func (n *nonces) burn(accessKeyID, text string, until, now time.Time) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.used == nil {
		n.used = map[nonce]time.Time{}
	}
	if now.Sub(n.swept) >= sweepEvery {
		n.forget(now)
	}
	key := nonce{accessKeyID, text}
	if _, used := n.used[key]; used {
		return false
	}
	n.used[key] = until
	return true
}

func (n *nonces) forget(now time.Time) {
	for key, until := range n.used {
		if until.Before(now) {
			delete(n.used, key)
		}
	}
	n.swept = now
}
