// Package witness holds our signer and our emulator against the official
// client, and our SARIF against the official schema. It is a module of its own, so
// that nobody who uses saejob carries these, and it has nothing but tests.
package witness
