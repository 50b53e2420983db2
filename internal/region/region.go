// Package region knows how a region of Alibaba Cloud is called.
package region

import "regexp"

// form keeps the name of a region from leading to another host: it becomes a part
// of a host's name.
var form = regexp.MustCompile(`^[a-z0-9-]+$`)

// Valid reports whether a text can be the id of a region, such as cn-beijing.
func Valid(id string) bool { return form.MatchString(id) }
