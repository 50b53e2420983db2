package command

// named is a command by its name.
type named struct {
	name, help string
	// command has the flags and arguments, and Run.
	command any
}

// commands lists what can be typed, in the order of the help.
func commands() []named {
	return []named{
		{"export", "Write live templates, or saved answers, to files.", &exportCmd{}},
		{"lint", "Check templates against the schema and the rules.", &lintCmd{}},
		{"diff", "Show what changed from one source to another.", &diffCmd{}},
		{"drift", "Show what differs between the files of environments and what is live.", &driftCmd{}},
		{"fmt", "Format files: write them in the normal form.", &fmtCmd{}},
		{"render", "Turn a file back into what the API returned.", &renderCmd{}},
		{"rules", "List what lint checks, or explain one rule.", &rulesCmd{}},
		{"schema", "Print the schema.", &schemaCmd{}},
		{"git", "Set up git to compare templates by structure.", &gitCmd{}},
		{"init", "Create a starter configuration, .saejob.yaml.", &initCmd{}},
		{"emulate", "Serve an emulated SAE on this computer, to try things out.", &emulateCmd{}},
		{"demo", "Run a guided demo on an emulated SAE.", &demoCmd{}},
		{"ram-policy", "Print the minimal RAM policy that saejob needs. sae:DescribeJob alone is enough for export --app-id.", &policyCmd{}},
		{"version", "Print the version.", &versionCmd{}},
	}
}

// typed returns the commands that a command line may mean: the one it begins with, or
// all. To set up the flags of all takes longer than to lint a template.
func typed(args []string) []named {
	all := commands()
	for i, c := range all {
		if args[0] == c.name {
			return all[i : i+1]
		}
	}
	return all
}
