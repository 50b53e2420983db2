package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// comparison is a command of saejob and what it is measured beside.
type comparison struct {
	what string
	// ours and theirs are command lines; theirs is nil where saejob is measured alone.
	ours, theirs []string
	theirName    string
	// in is the directory in which they run, below the folder of the fleets.
	in string
}

func (c comparison) named(only string) bool { return strings.Contains(c.what+" "+c.theirName, only) }

// cost is what a run of a process took. memory is the peak, in bytes.
type cost struct {
	wall, processor time.Duration
	memory          int64
}

type meter struct {
	folder string
	rounds int
}

// slow is the run of which three rounds are enough.
const slow = 10 * time.Second

// measure runs both commands in turn and returns a row of the table.
func (m meter) measure(ctx context.Context, c comparison) (string, error) {
	var ours, theirs []cost
	for round := 0; round < m.rounds; round++ {
		our, err := m.once(ctx, c.in, c.ours)
		if err != nil {
			return "", err
		}
		ours = append(ours, our)
		if c.theirs == nil {
			continue
		}
		their, err := m.once(ctx, c.in, c.theirs)
		if err != nil {
			return "", err
		}
		theirs = append(theirs, their)
		if round == 2 && their.wall > slow {
			break
		}
	}
	row := fmt.Sprintf("| %s | %s |", c.what, tell(ours))
	if c.theirs == nil {
		return row + " | | |", nil
	}
	return row + fmt.Sprintf(" %s | %s | %s |", c.theirName, tell(theirs), ratio(ours, theirs)), nil
}

// once runs a command; what it prints is thrown away. Findings and changes are no
// failure.
func (m meter) once(ctx context.Context, in string, line []string) (cost, error) {
	cmd := exec.CommandContext(ctx, line[0], line[1:]...)
	cmd.Dir = m.folder + "/" + in
	cmd.Env = append(os.Environ(), "SAEJOB_REDACT_KEY=")
	var said strings.Builder
	cmd.Stderr = &said
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() > 1 || cmd.ProcessState.ExitCode() < 0 {
		return cost{}, fmt.Errorf("%w\n%s", err, said.String()[:min(said.Len(), 2000)])
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return cost{wall, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), int64(usage.Maxrss) * memoryUnit()}, nil
}

// memoryUnit is that of Maxrss, in bytes.
func memoryUnit() int64 {
	if runtime.GOOS == "darwin" {
		return 1
	}
	return 1024
}

// median returns the middle one of some values.
func median[T int64 | float64 | time.Duration](values []T) T {
	slices.Sort(values)
	return values[len(values)/2]
}

func pick[T any](costs []cost, of func(cost) T) []T {
	var values []T
	for _, c := range costs {
		values = append(values, of(c))
	}
	return values
}

// tell returns the medians of what runs took.
func tell(costs []cost) string {
	return fmt.Sprintf("%s · %s · %d MB",
		short(median(pick(costs, func(c cost) time.Duration { return c.wall }))),
		short(median(pick(costs, func(c cost) time.Duration { return c.processor }))),
		median(pick(costs, func(c cost) int64 { return c.memory }))>>20)
}

func short(d time.Duration) string {
	if d < 100*time.Millisecond {
		return fmt.Sprintf("%.1f ms", d.Seconds()*1000)
	}
	return fmt.Sprintf("%.2f s", d.Seconds())
}

// ratio returns what they take as a multiple of what we take: the median of the
// pairs, of wall time and of processor time.
func ratio(ours, theirs []cost) string {
	var wall, processor []float64
	for i := range theirs {
		wall = append(wall, float64(theirs[i].wall)/float64(ours[i].wall))
		processor = append(processor, float64(theirs[i].processor)/float64(ours[i].processor))
	}
	return fmt.Sprintf("%.2f · %.2f", median(wall), median(processor))
}

// heading says where this ran, and begins the table.
func heading() string {
	return fmt.Sprintf("%s, %s, %d processors, %s/%s; medians: wall time · processor time · peak memory; last column: theirs over ours, wall · processor\n\n"+
		"| | saejob | beside | it takes | ratio |\n|---|---|---|---|---|", time.Now().UTC().Format(time.DateOnly), runtime.Version(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH)
}
