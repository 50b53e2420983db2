package network

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"

	"saejob/internal/text"
)

// Reason returns what went wrong on the way, and whether it is temporary: another
// attempt may succeed. Errors of net/http and of decompression may quote what the server
// sent, so only those are repeated that are known not to. Those of certificates quote
// their names.
func Reason(err error) (reason string, temporary bool) {
	var proxy proxyError
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var network *net.OpError
	var name *net.DNSError
	var timeout net.Error
	switch {
	case errors.As(err, &proxy):
		return proxy.Error(), proxy.status >= 500
	case errors.Is(err, errNotLoopback):
		return errNotLoopback.Error(), false
	case errors.As(err, &certificate):
		return bounded(certificate.Error()), false
	case errors.As(err, &record), errors.Is(err, http.ErrSchemeMismatch):
		return "the server does not speak TLS", false
	case errors.As(err, &name):
		return bounded(name.Error()), !name.IsNotFound
	case errors.As(err, &network):
		return bounded(network.Error()), true
	case errors.As(err, &timeout) && timeout.Timeout():
		return "timed out", true
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "the connection ended before the answer did", true
	}
	return "the connection or the answer on it is broken", true
}

// maxReason is how many characters of an error are kept.
const maxReason = 300

func bounded(s string) string { return text.Cut(text.OneLine(s), maxReason) }
