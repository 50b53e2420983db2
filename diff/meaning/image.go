package meaning

import (
	"regexp"
	"strconv"
	"strings"

	"saejob/internal/image"
	"saejob/internal/severity"
)

var (
	registryChanged = ID{"image-registry-changed", severity.Warning,
		"The image has the same name in another registry. saejob does not check whether it is the same image."}
	tagChanged = ID{"image-tag-changed", severity.Warning,
		"The image has another tag: another version of the same image."}
	digestChanged = ID{"image-digest-changed", severity.Warning,
		"The image has another digest under the same name: it is another image."}
	imageUnpinned = ID{"image-unpinned", severity.Warning,
		"The image is no longer pinned to a digest: each run uses what its tag points to at the time."}
	imagePinned = ID{"image-pinned", severity.Info,
		"The image is now pinned to a digest: each run uses the same image."}
	imageRespelled = ID{"image-respelled", severity.Info,
		"The same image, written differently: a tag has no effect beside a digest, and no tag means latest."}
)

// image: what of an image's address changed.
var imageMeaning = Meaning{
	Name: "image",
	IDs:  []*ID{&registryChanged, &tagChanged, &digestChanged, &imageUnpinned, &imagePinned, &imageRespelled},
	Say: func(c *Change) Said {
		if !c.isAt("ImageUrl") || shown(c.Before) == "" || shown(c.After) == "" {
			return Said{}
		}
		was, is := image.Parse(shown(c.Before)), image.Parse(shown(c.After))
		switch {
		case was.Name != is.Name:
			return Said{Text: "another image"}
		case was.Registry != is.Registry:
			return Said{&registryChanged, otherRegistry(was.Registry, is.Registry) + alsoChanged(was, is)}
		}
		return sayVersion(was, is)
	},
}

// sayVersion returns how the versions of an image differ.
func sayVersion(was, is image.Reference) Said {
	switch {
	case was.Digest != "" && is.Digest == "":
		return Said{&imageUnpinned, "no longer pinned: runs use what the tag points to at the time"}
	case was.Digest != is.Digest && was.Digest == "":
		return Said{&imagePinned, "pinned to a digest"}
	case was.Digest != is.Digest && was.Pulled() == is.Pulled():
		return Said{&digestChanged, "another image under the same name"}
	case was.Digest != is.Digest || is.Digest == "" && was.Pulled() != is.Pulled():
		return Said{&tagChanged, newer(was.Pulled(), is.Pulled())}
	}
	return Said{&imageRespelled, "the same image"}
}

// otherRegistry returns where an image comes from. Each registry of Alibaba Cloud has
// a second address, in the VPC.
func otherRegistry(was, is string) string {
	public := func(host string) string { return strings.Replace(host, "registry-vpc.", "registry.", 1) }
	switch {
	case public(was) != public(is):
		return "from another registry"
	case public(is) != is:
		return "from the same registry, over the VPC"
	}
	return "from the same registry, over the internet"
}

func alsoChanged(was, is image.Reference) string {
	if was.Pulled() == is.Pulled() && was.Digest == is.Digest {
		return ""
	}
	return "; " + sayVersion(was, is).Text
}

var version = regexp.MustCompile(`^v?([0-9]{1,9})(?:\.([0-9]{1,9}))?(?:\.([0-9]{1,9}))?$`)

// newer returns which of two tags is the newer version, where they tell.
func newer(was, is string) string {
	a, b := version.FindStringSubmatch(was), version.FindStringSubmatch(is)
	if a == nil || b == nil {
		if is == "latest" {
			return "another version: the latest that was pushed"
		}
		return "another version"
	}
	for i := 1; i < len(a); i++ {
		x, _ := strconv.Atoi(a[i])
		y, _ := strconv.Atoi(b[i])
		switch {
		case x < y:
			return "a newer version"
		case x > y:
			return "an older version"
		}
	}
	return "the same version, written differently"
}
