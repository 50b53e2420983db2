package command

import (
	"context"
	"fmt"
	"net"
	"os"

	"saejob/internal/console"
	"saejob/internal/emulator"
	"saejob/internal/inert"
	"saejob/internal/text"
)

type emulateCmd struct {
	Listen string   `default:"127.0.0.1:0" placeholder:"ADDR" help:"Local address to listen at; port 0 takes any free port."`
	Data   string   `type:"existingdir" placeholder:"DIR" help:"Directory of *.json files, each the Data of a DescribeJob answer; embedded samples by default."`
	Fault  []string `sep:"none" placeholder:"SPEC" help:"Apply this fault or quota to calls, written as explained above. Can be repeated."`
}

// Help explains --fault.
func (c *emulateCmd) Help() string { return emulator.FaultHelp() }

// Run serves until it is interrupted.
func (c *emulateCmd) Run(ctx context.Context, con *console.Console) error {
	options := emulator.Options{Credentials: []emulator.Credential{keyPair()}}
	for _, spec := range c.Fault {
		fault, err := emulator.ParseFault(spec)
		if err != nil {
			return fmt.Errorf("--fault: %w", err)
		}
		options.Faults = append(options.Faults, fault)
	}
	if c.Data != "" {
		options.Data = os.DirFS(c.Data)
	}
	server, err := emulator.New(options)
	if err != nil && c.Data != "" {
		err = fmt.Errorf("--data %s: %w", text.Quote(c.Data), err)
	}
	if err != nil {
		return err
	}
	listener, err := listenHere(c.Listen)
	if err != nil {
		return err
	}
	fmt.Fprintf(con.Out, "http://%s\n", listener.Addr())
	con.Say("serving access key %s until interrupted; try\n  saejob export --endpoint http://%s --region cn-beijing -d jobs",
		inert.Line(options.Credentials[0].AccessKeyID), listener.Addr())
	err = server.Serve(ctx, listener)
	n := server.Calls()
	con.Say("%d ListJobs, %d DescribeJob (%d of them faulty), %d throttled, %d refused", n.ListJobs, n.DescribeJob, n.Faulty, n.Throttled, n.Refused)
	return err
}

// keyPair is the one of the standard environment variables, else emulator's own.
func keyPair() emulator.Credential {
	c := emulator.Credential{
		AccessKeyID: os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"),
		Secret:      os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
		Token:       os.Getenv("ALIBABA_CLOUD_SECURITY_TOKEN"),
	}
	if c.AccessKeyID == "" || c.Secret == "" {
		return emulator.Credential{AccessKeyID: "emulator", Secret: "emulator"}
	}
	return c
}

// listenHere listens at an address of this computer that no other can reach.
func listenHere(address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("--listen %s is not an address; write one like 127.0.0.1:8080", text.Quote(address))
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("--listen %s can be reached from other computers; the emulator only serves 127.0.0.1, ::1 and localhost", text.Quote(address))
	}
	return net.Listen("tcp", address)
}
