package emulator

const version = "2019-05-06"

// action is a call that the API has.
type action struct{ name, path string }

var (
	listJobs    = action{"ListJobs", "/pop/v1/sam/job/listJobs"}
	describeJob = action{"DescribeJob", "/pop/v1/sam/job/describeJob"}

	actions = []action{listJobs, describeJob}
)
