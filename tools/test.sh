#!/usr/bin/env bash
# `make test`: every check that CI runs, cheapest first, each under a headline with its time. Stops at the first that fails.
. "$(dirname "$0")/common.sh"

cd "$root"
logs=target/test-logs
rm -rf "$logs"
mkdir -p "$logs"

# step TARGET TITLE: makes one target, and keeps its output for the closing count.
step() {
  local target=$1 title=$2 begun=$SECONDS
  printf '\n=== %s  (make %s, %s elapsed)\n' "$title" "$target" "$(minutes "$SECONDS")"
  if "${MAKE:-make}" --no-print-directory "$target" 2>&1 | tee "$logs/$target.log"; then
    printf -- '--- done in %s: %s\n' "$(minutes $((SECONDS - begun)))" "$title"
  else
    printf -- '--- FAILED after %s: %s; run "make %s" to see it alone\n' "$(minutes $((SECONDS - begun)))" "$title" "$target"
    closing_count
    exit 1
  fi
}

minutes() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }

# Adds up the closing lines of cargo's test runs and of the journeys, in the form that CI reads.
closing_count() {
  cat "$logs"/test-native.log "$logs"/journeys.log 2>/dev/null |
    sed -nE 's/^test result: .* ([0-9]+) passed; ([0-9]+) failed.*/\1 \2/p; s/^journeys: ([0-9]+) passed, ([0-9]+) failed.*/\1 \2/p' |
    awk '{ passed += $1; failed += $2 } END { printf "\n%d passed, %d failed\n", passed, failed }'
}

step check-fmt "Formatting"
step lint "Clippy, without and with the web"
step test-native "Native tests"
step doc "Documentation"
step build "Release build"
step size "Size budget"
step journeys "Browser journeys"
printf '\nAll green in %s.\n' "$(minutes "$SECONDS")"
closing_count
