package meaning

// All lists the meanings, in the order in which they have the say.
func All() []*Meaning {
	return []*Meaning{
		&schedule,
		&access,
		&suspension,
		&concurrency,
		&imageMeaning,
		&resources,
		&network,
		&logging,
		&secret,
		&replacement,
		&elsewhere,
	}
}
