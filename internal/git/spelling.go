package git

import (
	"errors"
	"fmt"
	"strings"

	"saejob/internal/hint"
	"saejob/internal/text"
)

// index is what stands before the colon of a source that is the index of git.
const index = ""

// mergeBase at the end of a revision makes it the merge base of that and HEAD.
const mergeBase = "..."

// SplitRevision splits REF:PATH. A colon in braces is part of the revision:
// HEAD@{12:30}. Of :PATH and :0:PATH, which are the index, the revision is empty; of
// another stage it is :N.
func SplitRevision(spelling string) (ref, name string) {
	if rest, ok := strings.CutPrefix(spelling, ":"); ok {
		if len(rest) < 2 || rest[1] != ':' || rest[0] < '0' || rest[0] > '3' {
			return index, rest
		}
		if rest[0] == '0' {
			return index, rest[2:]
		}
		return spelling[:2], rest[2:]
	}
	depth := 0
	for i, c := range spelling {
		switch {
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == ':' && depth == 0:
			return spelling[:i], spelling[i+1:]
		}
	}
	ref, name, _ = strings.Cut(spelling, ":")
	return ref, name
}

// Join returns the place of a path in a revision or in the index.
func Join(ref, name string) string {
	place := ref + ":" + name
	if _, again := SplitRevision(place); ref == index && again != name { // it begins as the number of a stage does
		return ":0" + place
	}
	return place
}

// CheckSpelling refuses what git would take for something that saejob does not read.
func CheckSpelling(ref, name string) error {
	switch {
	case strings.HasPrefix(ref, ":"):
		path := typed(name, "PATH")
		return hint.Add(errors.New("this is one side of a conflict; of the index, only what is settled is read"),
			"git show "+ref+":"+path+" | saejob lint - reads this side; once it is settled and added, write :"+path)
	case ref == index && strings.HasPrefix(name, "/"):
		return hint.Add(errors.New("this is the message of a commit or an absolute path, not a path in the index"),
			"write the path without the leading /; name a commit by its id, as in HEAD:jobs")
	case ref == index && strings.HasPrefix(name, "("):
		return hint.Add(errors.New("this is a pattern of git, not a path"), "write the path as it is, as in :jobs; for a name that begins with (, write :./ before it")
	case ref == index:
		return nil
	}
	return checkRevision(ref)
}

// checkRevision refuses what is no revision, and ranges. REF... is none: it is the
// merge base of REF and HEAD.
func checkRevision(ref string) error {
	switch {
	case strings.HasPrefix(ref, "-"):
		return errors.New("a revision cannot begin with -")
	case strings.ContainsAny(ref, "\x00\n"):
		return errors.New("a revision cannot contain NUL or a line break")
	}
	if strings.Contains(withoutBraces(ref), ":") {
		name, _ := SplitRevision(ref)
		err := fmt.Errorf("%s names a path; this must be a revision alone", text.Quote(ref))
		return hint.Add(err, "write "+typed(name, "a revision, such as HEAD"))
	}
	one := strings.TrimSuffix(ref, mergeBase)
	from, to, ranged := strings.Cut(withoutBraces(one), "..")
	if one != "" && !ranged {
		return nil
	}
	err := fmt.Errorf("%s is a range, not a revision", text.Quote(ref))
	to, symmetric := strings.CutPrefix(to, ".")
	a, b := typed(from, "A"), typed(to, "B")
	switch {
	case from == "" && to == "":
		return hint.Add(err, "write a revision before the dots: main... is the merge base of main and HEAD")
	case from == "" && symmetric:
		return hint.Add(err, "write "+b+mergeBase+" for the merge base of "+b+" and HEAD")
	case symmetric:
		return hint.Add(err, "git merge-base "+a+" "+b+" prints the revision to name; "+a+mergeBase+" is the merge base of "+a+" and HEAD")
	case from == "" || to == "":
		return hint.Add(err, "name one revision; to compare two, write saejob diff A:PATH B:PATH")
	}
	return hint.Add(err, "name one of them; to compare both, write saejob diff "+a+":PATH "+b+":PATH")
}

// withoutBraces returns a revision without what is in braces.
func withoutBraces(ref string) string {
	var b strings.Builder
	depth := 0
	for _, c := range ref {
		switch {
		case c == '{':
			depth++
		case c == '}':
			depth--
		case depth == 0:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// typed returns a name as it can be typed, or the word that stands for it where a shell
// would not take it as it is.
func typed(name, word string) string {
	if typable.MatchString(name) {
		return name
	}
	return word
}
