# Everything here works with Go, git and make; other tools are Go programs whose
# versions go.mod pins.
GO ?= go

.DEFAULT_GOAL := help
.PHONY: build demo test check check-long anywhere soak fuzz measure secrets update bench compare help

build: ## Build the command, ./saejob, with the plans of the schemas as they are now.
	$(GO) generate ./schema ./internal/config
	$(GO) build -o saejob .

demo: ## Show the main job on an emulated SAE.
	@$(GO) run . demo

test: ## Run all tests; in a Chromium too, where there is one.
	$(GO) test -timeout 30m ./...
	cd internal/witness && $(GO) test ./...
	@for name in "$$CHROMIUM" chromium chromium-browser google-chrome chrome; do \
		command -v "$$name" >/dev/null && exit; done; \
	echo "SKIPPED: TestPageInBrowser: there is no Chromium to open the HTML report in; install one, or name it in CHROMIUM"

# Tests live short: they need not tidy up as often.
check: export GOGC = 400
check: ## Everything that must hold before a commit: format, vet, staticcheck, tests, also with the race detector, nothing stale.
	@test -z "$$(gofmt -l .)" || { echo "gofmt would change:"; gofmt -l .; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) mod tidy -diff
	$(GO) test -timeout 30m ./...
	GORACE=atexit_sleep_ms=10 $(GO) test -timeout 30m -race -short ./...
	cd internal/witness && $(GO) vet ./... && $(GO) mod tidy -diff && $(GO) test ./...

check-long: anywhere ## The properties with all their cases: too long for every commit.
	CHECK_LONG=1 $(GO) test -timeout 60m ./...

# What no result may depend on, all at once.
anywhere: export ALIBABA_CLOUD_ACCESS_KEY_ID = none
anywhere: export ALIBABA_CLOUD_ACCESS_KEY_SECRET = none
anywhere: export ALIBABA_CLOUD_SECURITY_TOKEN = none
anywhere: export ALIBABA_CLOUD_REGION_ID = nowhere
anywhere: export ALIBABA_CLOUD_PROFILE = none
anywhere: export SAEJOB_REDACT_KEY = none
anywhere: export SAEJOB_ENDPOINT = http://127.0.0.1:1
anywhere: export FORCE_COLOR = 1
anywhere: export CLICOLOR_FORCE = 1
anywhere: export LC_ALL = tr_TR.UTF-8
anywhere: export TZ = Pacific/Chatham
anywhere: export GITHUB_ACTIONS = true
anywhere: export GIT_DIR = /nowhere
anywhere: export HTTPS_PROXY = http://127.0.0.1:1
anywhere: ## The tests where variables, colors, locale, git and umask are other ones.
	umask 077; $(GO) test -buildvcs=false -count=1 -short ./...

soak: ## Live exports against quotas, faults and kills, for long.
	SOAK=1 $(GO) test -timeout 60m -run 'Soak|KilledAnywhere' -v ./internal/command

# What each target runs for: a time, or a number of inputs such as 200000x.
FUZZTIME ?= 1m

# Whatever begins with Fuzz. Without a bound, an input that is made smaller takes all of
# the time.
fuzz: ## Run every fuzz target, FUZZTIME each (1m); an input that fails is kept in testdata/fuzz.
	@list=$$($(GO) test -list '^Fuzz' ./...) || { echo "$$list"; exit 1; }; \
	echo "$$list" | awk '/^Fuzz/ { t[++n] = $$1 } /^ok/ { for (i = 1; i <= n; i++) print $$2, t[i]; n = 0 }' | \
	while read -r room target; do \
		echo "$$room $$target"; \
		$(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x "$$room" || exit 1; \
	done

measure: ## Measure live exports: 16 calls at a time of 50 ms each, memory for 20,000 templates. Takes minutes.
	$(GO) test -run '^$$' -bench Export -benchtime 1x -timeout 60m ./internal/command

update: ## Rewrite what is generated and what tests expect; read the difference.
	$(GO) generate ./...
	$(GO) test ./lint ./rules ./diff/meaning ./internal/report -update
	$(GO) test . -update
	$(GO) generate ./...

secrets: ## Measure the search for secrets on the corpus, beside gitleaks.
	cd internal/witness && $(GO) test -count=1 -v -run 'TestSecretsBesideGitleaks' .

bench: ## Measure parsing, printing, checking and comparing.
	$(GO) test -run '^$$' -bench . -benchmem ./internal/...

compare: ## Measure saejob beside cue vet, kubeconform, dyff and git, on the same documents. Takes minutes; nothing else should run.
	cd internal/witness && $(GO) run ./compare

help: ## Show this.
	@sed -n 's/^\([a-z-]*\): .*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12
