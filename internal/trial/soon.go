package trial

import (
	"context"
	"testing"
	"time"
)

// Patience is how long a test waits for what a busy machine brings late: nothing that
// works takes as long.
const Patience = time.Minute

// Soon returns a test's context, which ends after [Patience]: what waits for ever fails,
// and does not hang.
func Soon(t testing.TB) context.Context { return Within(t, Patience) }

// Within is [Soon] for what may take longer, such as a soak.
func Within(t testing.TB, d time.Duration) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), d)
	t.Cleanup(cancel)
	return ctx
}
