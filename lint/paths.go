package lint

import (
	"hash/maphash"

	"saejob/internal/job"
)

// paths is a set of paths. It keeps hashes of them: there may be as many as a file has
// lines.
type paths struct {
	seed maphash.Seed
	all  map[uint64]bool
}

func newPaths() *paths { return &paths{maphash.MakeSeed(), map[uint64]bool{}} }

func (s *paths) hash(p job.Path) uint64 {
	var h maphash.Hash
	h.SetSeed(s.seed)
	for _, step := range p {
		maphash.WriteComparable(&h, step)
	}
	return h.Sum64()
}

func (s *paths) add(p job.Path) { s.all[s.hash(p)] = true }

func (s *paths) has(p job.Path) bool { return len(s.all) > 0 && s.all[s.hash(p)] }
