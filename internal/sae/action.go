package sae

// Actions returns the RAM actions of all calls that a [Client] can make, such
// as sae:DescribeJob: what a policy has to allow. SAE knows no permission for
// single templates; the resource is *.
func Actions() []string {
	var actions []string
	for a := listJobs; a <= describeJob; a++ {
		actions = append(actions, "sae:"+a.String())
	}
	return actions
}
