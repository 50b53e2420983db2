package network

import (
	"errors"
	"net/netip"
	"net/url"
	"regexp"
	"strings"

	"saejob/internal/region"
)

// hostForm leaves out what net/http would send otherwise than we sign it.
var hostForm = regexp.MustCompile(`^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?$`)

// Endpoint returns the URL to call: that address if there is one, else the region's
// own, or the one that is reached from within a VPC. Plain http is allowed only for
// this computer. Errors never repeat the address, which may hold a password.
func Endpoint(id string, vpc bool, address string) (*url.URL, error) {
	switch {
	case id == "" && address == "":
		return nil, errors.New("no region")
	case id != "" && !region.Valid(id):
		return nil, region.Check(id)
	case address != "":
		return explicit(address)
	}
	service := "sae"
	if vpc {
		service = "sae-vpc"
	}
	return &url.URL{Scheme: "https", Host: service + "." + id + ".aliyuncs.com"}, nil
}

func explicit(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || !hostForm.MatchString(u.Host) || u.User != nil ||
		strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
		return nil, errors.New("endpoint is not the URL of a host, such as https://sae.cn-beijing.aliyuncs.com")
	}
	if u.Scheme == "http" && !Loopback(u.Hostname()) {
		return nil, errors.New("endpoint: plain http is allowed only for this computer, such as http://127.0.0.1:8080")
	}
	return &url.URL{Scheme: u.Scheme, Host: strings.ToLower(u.Host)}, nil
}

// Loopback reports whether a host is this computer by its name.
func Loopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true // where that leads is checked again when dialing
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}
