// Package witness holds our work against that of others: the signer and the
// emulator against the official client, SARIF against the official schema, the
// JSON Schemas that we print and the Markdown of reports against libraries that
// read them, and schedules against another library for cron. It is a module of its
// own, so that nobody who uses saejob carries these, and it has nothing but tests.
package witness
