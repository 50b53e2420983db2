package trial

// RedactKey and OtherRedactKey are keys for secrets, of tests alone.
const (
	RedactKey      = "b4493b05df49c6c38a99d296cf38d7e9c1c3cf074e0f6c5765e9e18b6fcb8fc5"
	OtherRedactKey = "51d6087f081819d0dcb4702c6f03b656d04da60208d879f8bdb0480a0c0f9cbc"
)
