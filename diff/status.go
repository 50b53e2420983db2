package diff

// Status says what became of a value or of a template.
type Status string

// A value is added, removed or changed. A template may be unchanged, too, or
// unread: nothing is known of it on one side at least.
const (
	Added     Status = "added"
	Removed   Status = "removed"
	Changed   Status = "changed"
	Unchanged Status = "unchanged"
	Unread    Status = "unread"
)

// statusOf returns how a change leads from one value, or template, to the other.
func statusOf[T any](before, after *T) Status {
	switch {
	case before == nil:
		return Added
	case after == nil:
		return Removed
	}
	return Changed
}
