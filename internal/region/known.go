package region

import (
	"slices"

	"saejob/internal/text"
)

// known are the regions that SAE was in when this was written: those of metadatas/products.json
// of https://github.com/aliyun/aliyun-openapi-meta. Others may be there by now, so it is
// only for hints.
var known = []string{
	"cn-beijing", "cn-zhangjiakou", "cn-wulanchabu", "cn-hangzhou", "cn-shanghai", "cn-shenzhen", "cn-heyuan", "cn-guangzhou",
	"cn-chengdu", "cn-hongkong", "ap-northeast-1", "ap-southeast-1", "us-east-1", "us-west-1", "eu-central-1",
}

// Known reports whether SAE is known to be in a region.
func Known(id string) bool { return slices.Contains(known, id) }

// Meant returns the region that a mistyped one was likely meant to be; empty where the
// region is known, or none is close.
func Meant(id string) string {
	if Known(id) {
		return ""
	}
	return text.Closest(id, known)
}
