# Each target installs what it lacks, then does its job; a second run does no work twice. CONTRIBUTING.md says more.

.DEFAULT_GOAL := help
.PHONY: help serve build test size fmt check-fmt lint test-native doc journeys bench setup-web setup-browsers

WEB := --no-default-features --features web
# Folders are listed too: their time changes when a file in them goes away.
SITE_SOURCES := index.html Trunk.toml Cargo.toml Cargo.lock $(wildcard tools/*.sh tools/*.mjs tools/in-front/*) \
	$(shell find src style public 2>/dev/null)
# Outside dist/, which is the site and nothing else.
SITE := target/site.stamp

help: ## List the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

serve: setup-web ## Serve the app at http://127.0.0.1:8080 and reload it on every change (no content security policy)
	@echo "Rollcall at http://127.0.0.1:8080 once it has compiled; Ctrl+C ends it."
	@tools/with-web.sh trunk serve --dist target/serve

build: $(SITE) ## Build the release site into dist/

test: ## Everything that CI runs
	@MAKE="$(MAKE)" tools/test.sh

size: $(SITE) ## What goes over the wire, against tools/size-budget.txt
	@node tools/size.mjs

fmt: ## Format the Rust code
	cargo fmt

check-fmt: ## Fail if the Rust code is not formatted
	@cargo fmt --version >/dev/null 2>&1 || { echo "rustfmt is missing: run 'rustup component add rustfmt'." >&2; exit 1; }
	cargo fmt --check

lint: ## Clippy with warnings denied, without and with the web
	@cargo clippy --version >/dev/null 2>&1 || { echo "clippy is missing: run 'rustup component add clippy'." >&2; exit 1; }
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked $(WEB) --lib --bins -- -D warnings

test-native: ## The native tests, doc tests included
	cargo test --locked --no-fail-fast

doc: ## Documentation with warnings denied, without and with the web
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --lib
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --lib $(WEB)

journeys: $(SITE) setup-browsers ## The browser journeys against dist/; ARGS goes to Playwright, as in ARGS="smoke --project=chromium"
	@cargo build --locked --quiet --bin rollcall
	@cd tests/browser && npx playwright test $(ARGS)

bench: $(SITE) setup-browsers ## From navigation to a usable list, as a ratio to a static page with the same text
	@cd tests/browser && node start-time.mjs

setup-web: ## Only set up what builds the web app
	@tools/setup-web.sh

setup-browsers: ## Only set up what runs the journeys
	@tools/setup-browsers.sh

# An order-only set-up: it runs every time, takes a moment, and never makes the site look out of date.
$(SITE): $(SITE_SOURCES) | setup-web
	@mkdir -p $(@D)
	@rm -f $@
	@tools/with-web.sh trunk build --release --locked
	@touch $@

# A stamp without the site is worth nothing.
ifeq ($(wildcard dist/index.html),)
.PHONY: $(SITE)
endif
