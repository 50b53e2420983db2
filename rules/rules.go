package rules

import "embed"

// All lists the rules, in the order of the pages.
func All() []*Rule {
	return []*Rule{
		&scheduleInvalid,
		&scheduleAmbiguous,
		&scheduleNeverFires,
		&scheduleFasterThanTimeout,
		&schedulesPileUp,
		&timezoneUnknown,
		&timezoneMissing,
		&timezoneMismatch,
		&retriesWithoutTimeout,
		&replicasWithoutSlices,
		&sliceCountMismatch,
		&numberTooSmall,
		&packageMissing,
		&packageRegionMismatch,
		&runtimeFieldUnused,
		&deprecatedRuntime,
		&heapAboveMemory,
		&commandWithArguments,
		&preStopTooLong,
		&imageInvalid,
		&imageTagMissing,
		&imageTagLatest,
		&imageRegionMismatch,
		&registryInstanceMissing,
		&plaintextSecret,
		&placeholderMisplaced,
		&ossCredentialsInTemplate,
		&secretSharedBetweenEnvironments,
		&envDuplicateName,
		&envValueAndReference,
		&envReferenceIncomplete,
		&envNameInvalid,
		&mountPathCollision,
		&nasTwoModels,
		&nasRegionMismatch,
		&logDirectoryDuplicate,
		&logFileNameMissing,
		&logInNASMount,
		&stdoutLogMissing,
		&logPathMissing,
		&referenceMissing,
		&referenceToSelf,
		&referenceAsymmetric,
		&nameDuplicate,
		&appNameInvalid,
		&namespaceIDInvalid,
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
