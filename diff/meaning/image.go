package meaning

import (
	"regexp"
	"strconv"
	"strings"

	"saejob/internal/severity"
)

var (
	registryChanged = ID{"image-registry-changed", severity.Warning,
		"The image comes from another registry. Its name is the same; whether it is the same image, only the registries know."}
	tagChanged = ID{"image-tag-changed", severity.Warning,
		"Another version of the same image."}
	digestChanged = ID{"image-digest-changed", severity.Warning,
		"Another image under the same name: the digest is another one."}
	imageUnpinned = ID{"image-unpinned", severity.Warning,
		"The image has no digest any more: what runs is whatever its tag stands for at the time."}
	imagePinned = ID{"image-pinned", severity.Info,
		"The image has a digest now: what runs is the same each time."}
	imageRespelled = ID{"image-respelled", severity.Info,
		"The same image, spelled another way: a tag is nothing beside a digest, and no tag means latest."}
)

// image: what of an image's address changed.
var image = Meaning{
	Name: "image",
	IDs:  []*ID{&registryChanged, &tagChanged, &digestChanged, &imageUnpinned, &imagePinned, &imageRespelled},
	Say: func(c *Change) Said {
		if !c.isAt("ImageUrl") || text(c.Before) == "" || text(c.After) == "" {
			return Said{}
		}
		was, is := parseReference(text(c.Before)), parseReference(text(c.After))
		switch {
		case was.name != is.name:
			return Said{Text: "another image"}
		case was.registry != is.registry:
			return Said{&registryChanged, otherRegistry(was.registry, is.registry) + alsoChanged(was, is)}
		}
		return sayVersion(was, is)
	},
}

// sayVersion says which version of an image is another's.
func sayVersion(was, is reference) Said {
	switch {
	case was.digest != "" && is.digest == "":
		return Said{&imageUnpinned, "without a digest it is whatever the tag stands for"}
	case was.digest != is.digest && was.digest == "":
		return Said{&imagePinned, "pinned to a digest"}
	case was.digest != is.digest && was.tag == is.tag:
		return Said{&digestChanged, "another image under the same name"}
	case was.digest != is.digest || is.digest == "" && was.tag != is.tag:
		return Said{&tagChanged, newer(was.tag, is.tag)}
	}
	return Said{&imageRespelled, "the same image"}
}

// reference is an image's address in parts.
type reference struct{ registry, name, tag, digest string }

// parseReference cuts an address as container runtimes do: what stands before the
// first slash is a registry if it looks like a host.
func parseReference(text string) reference {
	var r reference
	text, r.digest, _ = strings.Cut(text, "@")
	if host, rest, ok := strings.Cut(text, "/"); ok && (strings.ContainsAny(host, ".:") || host == "localhost") {
		r.registry, text = host, rest
	}
	if r.name, r.tag, _ = strings.Cut(text, ":"); r.tag == "" && r.digest == "" {
		r.tag = "latest"
	}
	return r
}

// otherRegistry says where an image comes from. Each registry of Alibaba Cloud has
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

func alsoChanged(was, is reference) string {
	if was.tag == is.tag && was.digest == is.digest {
		return ""
	}
	return "; " + sayVersion(was, is).Text
}

var version = regexp.MustCompile(`^v?([0-9]{1,9})(?:\.([0-9]{1,9}))?(?:\.([0-9]{1,9}))?$`)

// newer says which of two tags is the newer version, where they tell.
func newer(was, is string) string {
	a, b := version.FindStringSubmatch(was), version.FindStringSubmatch(is)
	if a == nil || b == nil {
		if is == "latest" {
			return "another version: whatever was pushed last"
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
	return "the same version by another name"
}
