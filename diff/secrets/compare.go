package secrets

import "strings"

// Counts counts secrets by how they compare. One that cannot be compared, because
// only a placeholder without a digest of the same key is left of it, is unknown.
type Counts struct{ Same, Changed, Unknown int }

// Add adds what was counted elsewhere.
func (c *Counts) Add(more Counts) {
	c.Same += more.Same
	c.Changed += more.Changed
	c.Unknown += more.Unknown
}

// Compare compares the secrets of two values in their order. One that has none
// beside it has changed.
func Compare(from, to []Secret) Counts { return count(from, to, changed) }

// CompareEqual compares the secrets of two values that are not known to differ:
// none of them is known to have changed.
func CompareEqual(from, to []Secret) Counts {
	c := count(from, to, unknown)
	return Counts{Same: c.Same, Unknown: c.Unknown + c.Changed}
}

// comparison is what is known of two secrets.
type comparison uint8

const (
	same comparison = iota
	changed
	unknown
)

// compare compares two secrets by digest. Digests of two keys tell nothing.
func (s Secret) compare(other Secret) comparison {
	key, _, _ := strings.Cut(s.digest, ":")
	otherKey, _, _ := strings.Cut(other.digest, ":")
	switch {
	case key == "" || key != otherKey:
		return unknown
	case s.digest != other.digest:
		return changed
	}
	return same
}

// count counts how secrets compare; alone is how one does that has none beside it.
func count(from, to []Secret, alone comparison) Counts {
	var n [3]int
	for i := range max(len(from), len(to)) {
		c := alone
		if i < len(from) && i < len(to) {
			c = from[i].compare(to[i])
		}
		n[c]++
	}
	return Counts{Same: n[same], Changed: n[changed], Unknown: n[unknown]}
}
