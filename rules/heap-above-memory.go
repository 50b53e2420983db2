package rules

import (
	"math/bits"
	"regexp"
	"strconv"
	"strings"

	"saejob/internal/severity"
)

var heapAboveMemory = Rule{
	Name:     "heap-above-memory",
	Severity: severity.Warning,
	Summary:  "Java may use more memory for its heap than the instance has.",
	Why:      "-Xmx is how large the heap may grow; Memory is all that the instance has, for the heap and everything else. When the heap grows beyond it, the process is killed.",
	Fix:      "Set -Xmx well below Memory, or use -XX:MaxRAMPercentage=75, which follows Memory.",
	Source:   "https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html",
	Template: func(s *Subject) {
		memory, ok := s.Int("Memory")
		heap, written := largestHeap(s.Text("JarStartOptions"))
		const megabyte = 1 << 20
		if ok && heap/megabyte >= uint64(memory) && heap > uint64(memory)*megabyte && !unused(s.Text("PackageType"), "JarStartOptions") {
			s.Say(At("JarStartOptions"), "JarStartOptions has %s, but Memory is %d MB; the heap must leave room for the rest", written, memory)
		}
	},
}

// heapOption sets how large the heap may grow: bytes, or kilobytes and so on.
var heapOption = regexp.MustCompile(`^(?:-Xmx|-XX:MaxHeapSize=)([0-9]{1,18})([kKmMgGtT]?)$`)

// largestHeap returns how many bytes the heap may have, and the option that says
// so: of several, the last one counts.
func largestHeap(options string) (size uint64, written string) {
	for _, option := range strings.Fields(options) {
		m := heapOption.FindStringSubmatch(option)
		if m == nil {
			continue
		}
		n, _ := strconv.ParseUint(m[1], 10, 64)
		shift := 10 * (1 + strings.Index("kmgt", strings.ToLower(m[2])))
		if m[2] == "" {
			shift = 0
		}
		if bits.Len64(n)+shift > 63 {
			n, shift = 1<<62, 0 // more than any instance has
		}
		size, written = n<<shift, option
	}
	return size, written
}
