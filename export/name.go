package export

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"saejob/internal/job"
	"saejob/internal/text"
)

// maxName bounds a name, in bytes, before its suffix and ".yaml".
const maxName = 120

// fileName writes an AppName so that every system takes it for the name of a
// plain file, and no two names become one: letters, digits, "-", "_", inner "."
// and visible characters beyond ASCII stay, every other byte is %XX. A name that
// is reserved somewhere has its first character written so.
func fileName(name string) string {
	var b strings.Builder
	reserved := isReserved(name)
	for i := 0; i < len(name); {
		r, size := utf8.DecodeRuneInString(name[i:])
		inner := i > 0 && i+size < len(name)
		if i == 0 && reserved || !stays(r, size, inner) {
			escape(&b, name[i:i+size])
		} else {
			b.WriteString(name[i : i+size])
		}
		i += size
	}
	return b.String()
}

// escape writes every byte as %XX: all bytes of a character, so that what is
// left is still UTF-8.
func escape(b *strings.Builder, bytes string) {
	for i := range len(bytes) {
		fmt.Fprintf(b, "%%%02X", bytes[i])
	}
}

// stays reports whether a character of a name stands for itself. Characters that
// some systems ignore, such as variation selectors, are not visible either: two
// names that differ in them alone look the same.
func stays(r rune, size int, inner bool) bool {
	switch {
	case r == utf8.RuneError && size == 1:
		return false
	case r < utf8.RuneSelf:
		return r == '-' || r == '_' || r == '.' && inner ||
			'0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
	}
	return !text.Invisible(r) && !unicode.IsSpace(r) &&
		!unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// isReserved reports whether Windows takes a name for a device, whatever stands
// after the first dot. Other reserved names, such as .git, begin with a dot,
// which is never written. A name written by [fileName] has no "$", so CONIN$ is
// no such name.
func isReserved(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	base = fold(base) // COM¹ is COM1
	switch {
	case base == "con" || base == "prn" || base == "aux" || base == "nul":
		return true
	case len(base) != 4 || base[3] < '0' || base[3] > '9':
		return false
	}
	return base[:3] == "com" || base[:3] == "lpt"
}

// fold returns the form in which names are compared: equal for names that some
// system takes for the same, because it ignores case or Unicode's form.
func fold(name string) string {
	return norm.NFKC.String(cases.Fold().String(norm.NFKC.String(name)))
}

// plainName returns the NAME of a template's file as long as no other template is
// in its way.
func plainName(id job.Identity) string {
	if name := fileName(id.Name); name != "" && len(name) <= maxName {
		return name
	}
	return suffixedName(id)
}

// suffixedName returns the NAME that is the template's alone. "~" is in no other.
func suffixedName(id job.Identity) string {
	return cut(fileName(id.Name)) + "~" + digest(id.AppID)
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

// cut shortens a written name to maxName bytes, without cutting into a
// character or an escape.
func cut(name string) string {
	if len(name) <= maxName {
		return name
	}
	end := maxName
	for !utf8.RuneStart(name[end]) {
		end--
	}
	if at := strings.LastIndexByte(name[:end], '%'); at >= 0 && at+3 > end {
		end = at
	}
	return name[:end]
}

// Directories that stand for no name; a name that begins with "_" is written
// otherwise.
const (
	ownNamespace = "_default"
	noRegion     = "_unknown"
)

// namespace splits the place of a template in the cloud into region and
// namespace as directories are called. The region's own namespace has the
// region's id in the API, and "_default" here.
func namespace(id job.Identity) (region, name string) {
	region, name = regionOf(id), id.NamespaceID
	if name == region {
		name = ""
	}
	name = strings.TrimPrefix(name, region+":")
	return dirName(region, noRegion), dirName(name, ownNamespace)
}

// sameNamespace reports whether two templates are of one namespace.
func sameNamespace(a, b job.Identity) bool {
	region, space := namespace(a)
	otherRegion, otherSpace := namespace(b)
	return region == otherRegion && space == otherSpace
}

// regionOf returns a template's region; a namespace's id begins with it, too.
func regionOf(id job.Identity) string {
	if id.RegionID != "" {
		return id.RegionID
	}
	region, _, _ := strings.Cut(id.NamespaceID, ":")
	return region
}

func dirName(name, empty string) string {
	written := fileName(name)
	switch {
	case written == "":
		return empty
	case written[0] == '_':
		written = "%5F" + written[1:]
	}
	if len(written) > maxName {
		return cut(written) + "~" + digest(name)
	}
	return written
}
