package sae

// action is one of the two calls there are.
type action uint8

const (
	listJobs action = iota
	describeJob
)

func (a action) String() string {
	if a == listJobs {
		return "ListJobs"
	}
	return "DescribeJob"
}

func (a action) path() string {
	if a == listJobs {
		return "/pop/v1/sam/job/listJobs"
	}
	return "/pop/v1/sam/job/describeJob"
}

// Actions returns the RAM actions of all calls that a [Client] can make, such as
// sae:DescribeJob: what a policy has to allow. SAE has no permission for single
// templates; the resource is *.
func Actions() []string {
	var actions []string
	for a := listJobs; a <= describeJob; a++ {
		actions = append(actions, "sae:"+a.String())
	}
	return actions
}
