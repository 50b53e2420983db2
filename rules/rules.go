package rules

import "embed"

// All lists the rules, in the order of the pages.
func All() []*Rule {
	return []*Rule{
		&scheduleInvalid,
		&scheduleNeverFires,
		&scheduleFasterThanTimeout,
		&schedulesPileUp,
		&timezoneUnknown,
		&timezoneMismatch,
		&retriesWithoutTimeout,
		&replicasWithoutSlices,
		&sliceCountMismatch,
		&numberTooSmall,
		&runtimeFieldUnused,
		&deprecatedRuntime,
		&imageTagMissing,
		&imageTagLatest,
		&imageRegionMismatch,
		&plaintextSecret,
		&placeholderMisplaced,
		&ossCredentialsInTemplate,
		&secretSharedBetweenEnvironments,
		&envDuplicateName,
		&envValueAndReference,
		&envReferenceIncomplete,
		&mountPathCollision,
		&nasTwoModels,
		&nasRegionMismatch,
		&logDirectoryDuplicate,
		&stdoutLogMissing,
		&logPathMissing,
		&referenceMissing,
		&referenceToSelf,
		&referenceAsymmetric,
		&nameDuplicate,
		&namespaceRegionMismatch,
		&webhookWithoutTLS,
		&webhookOpenToAll,
		&webhookClosedToAll,
		&webhookCallersTooMany,
		&descriptionMissing,
		&suspended,
		&suppressionInvalid,
		&suppressionExpired,
		&suppressionUnused,
		&suppressionAdded,
	}
}

// Cases are templates for each rule, a txtar archive of its name: ok-NAME.yaml
// has no finding of it, bad-NAME.yaml has, and NAME.out beside it is what lint
// says. A case of several files is a folder: bad-NAME/a.yaml, bad-NAME/b.yaml.
//
//go:embed *.txtar
var Cases embed.FS

//go:generate go run ../internal/catalog/generate.go rules
