// Package image takes the address of a container image apart.
package image

import "strings"

// Reference is the address of an image in parts. What an address does not say is
// empty.
type Reference struct {
	// Registry is the host, in small letters, with its port.
	Registry string
	// Name is the repository: all between registry and tag.
	Name        string
	Tag, Digest string
}

// Parse cuts an address as container runtimes do: what stands before the first
// slash is a registry if it looks like a host. A scheme, and a login before the
// host, are left out.
func Parse(address string) Reference {
	if _, rest, ok := strings.Cut(address, "://"); ok {
		address = rest
	}
	slash := strings.LastIndexByte(address, '/') + 1
	folder, last := address[:slash], address[slash:]
	var r Reference
	if host, rest, ok := strings.Cut(folder, "/"); ok && (strings.ContainsAny(host, ".:") || host == "localhost") {
		r.Registry, folder = strings.ToLower(host[strings.LastIndexByte(host, '@')+1:]), rest
	}
	last, r.Digest, _ = strings.Cut(last, "@")
	last, r.Tag, _ = strings.Cut(last, ":")
	r.Name = folder + last
	return r
}

// Host returns the registry without its port.
func (r Reference) Host() string {
	host, _, _ := strings.Cut(r.Registry, ":")
	return host
}

// Base returns the last part of the name.
func (r Reference) Base() string { return r.Name[strings.LastIndexByte(r.Name, '/')+1:] }

// Pulled returns the tag that is pulled where there is no digest: without one it
// is latest.
func (r Reference) Pulled() string {
	if r.Tag == "" && r.Digest == "" {
		return "latest"
	}
	return r.Tag
}
