// Package witness holds our signer and our emulator against the official
// client. It is a module of its own, so that nobody who uses saejob carries
// that client, and it has nothing but tests.
package witness
