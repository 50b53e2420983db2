package emulator

import (
	"compress/gzip"
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"
)

// connectionFaults change how an answer is sent.
var connectionFaults = []kind{
	{name: "truncate", does: "half of the answer, though Content-Length is that of all of it", keys: calls, send: truncate},
	{name: "truncate-chunked", does: "half of the answer, in chunks, without the last chunk", keys: calls, send: truncateChunked},
	{name: "reset", does: "the connection is reset instead of an answer", keys: calls, send: reset},
	{name: "reset-body", does: "the connection is reset in the middle of the answer", keys: calls, send: resetBody},
	{name: "raw", does: "text that is not an HTTP answer", keys: calls + ",text=busy", send: sendRaw},
	{name: "hang", does: "no answer, until the caller gives up or the server stops", keys: calls, send: hang},
	{name: "slow-body", does: "the answer in ten pieces, each delayed", keys: calls + ",delay=1s", send: slowBody},
	{name: "big", does: "a big answer", keys: calls + ",size=100000000", send: sendBig},
	{name: "gzip-big", does: "a small answer that is big when unpacked", keys: calls + ",size=100000000", send: sendBigCompressed},
}

// truncate leaves it to net/http to close a connection on which an answer came
// out too short.
func truncate(x *exchange) {
	x.w.Header().Set("Content-Length", strconv.Itoa(len(x.body)))
	x.begin(x.w)
	_, _ = x.w.Write(x.body[:len(x.body)/2])
}

func truncateChunked(x *exchange) {
	x.begin(x.w)
	x.piece(x.body[:len(x.body)/2])
	panic(http.ErrAbortHandler) // net/http closes the connection, and says nothing
}

// connection takes the connection over from net/http.
func (x *exchange) connection() net.Conn {
	conn, _, err := http.NewResponseController(x.w).Hijack()
	if err != nil {
		panic(http.ErrAbortHandler) // HTTP/2 has only this
	}
	return conn
}

func sendRaw(x *exchange) {
	conn := x.connection()
	_, _ = io.WriteString(conn, x.Text+"\r\n\r\n")
	_ = conn.Close()
}

func reset(x *exchange) {
	conn := x.connection()
	if secure, ok := conn.(*tls.Conn); ok {
		conn = secure.NetConn()
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0) // so that closing it is a reset
	}
	_ = conn.Close()
}

func resetBody(x *exchange) {
	x.w.Header().Set("Content-Length", strconv.Itoa(len(x.body)))
	x.begin(x.w)
	x.piece(x.body[:len(x.body)/2])
	reset(x)
}

func hang(x *exchange) {
	<-x.r.Context().Done()
	panic(http.ErrAbortHandler)
}

func slowBody(x *exchange) {
	x.w.Header().Set("Content-Length", strconv.Itoa(len(x.body)))
	x.begin(x.w)
	size := len(x.body)/10 + 1
	for body := x.body; len(body) > 0; body = body[min(size, len(body)):] {
		pause(x.r.Context(), x.Delay)
		x.piece(body[:min(size, len(body))])
	}
}

// piece writes a part of the body, and flushes it.
func (x *exchange) piece(part []byte) {
	_, _ = x.w.Write(part)
	_ = http.NewResponseController(x.w).Flush()
}

// pause waits until d is over or ctx ends.
func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

func sendBig(x *exchange) {
	document(http.StatusOK, nil).begin(x.w)
	writeBig(x.w, x.Size)
}

func sendBigCompressed(x *exchange) {
	x.w.Header().Set("Content-Encoding", "gzip")
	document(http.StatusOK, nil).begin(x.w)
	z := gzip.NewWriter(x.w)
	writeBig(z, x.Size)
	_ = z.Close()
}

// writeBig writes a JSON object of that many bytes and a few more, until the
// caller has enough.
func writeBig(w io.Writer, size int) {
	_, _ = io.WriteString(w, `{"Data":"`)
	_, _ = io.CopyN(w, letters{}, int64(size))
	_, _ = io.WriteString(w, `"}`)
}

// letters is a reader of one letter, without end.
type letters struct{}

func (letters) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}
