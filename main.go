// Saejob keeps the job templates of Alibaba Cloud Serverless App Engine as code.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"saejob/internal/command"
)

func main() {
	streams := command.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}
	os.Stdout = os.Stderr // a library that prints must not spoil a report
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends whatever does not heed the first
	status := command.Run(ctx, os.Args[1:], streams)
	stop()
	os.Exit(status)
}
