#!/usr/bin/env bash
# Provides what the browser journeys need: Playwright and axe-core, Chromium and Firefox, and pdftotext to read what was printed.
. "$(dirname "$0")/common.sh"

journeys=$root/tests/browser

# The packages live in the clone, as npm wants it; the stamp inside goes with them and says which lock file they follow.
provide_packages() {
  if cmp -s "$journeys/package-lock.json" "$journeys/node_modules/.installed-lock"; then return; fi
  need_node
  say "installing Playwright and axe-core"
  (cd "$journeys" && limited 300 npm ci --silent >&2) ||
    fail "Playwright cannot be installed: 'npm ci' failed in tests/browser; see the message above."
  cp "$journeys/package-lock.json" "$journeys/node_modules/.installed-lock"
}

both_browsers() { (cd "$journeys" && node support/browsers.mjs); }

provide_browsers() {
  if both_browsers; then return; fi
  # The connection is tried for a few seconds only, so that a closed network is noticed at once.
  say "installing Playwright's Chromium and Firefox"
  if (cd "$journeys" && PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT=10000 limited 600 npx playwright install chromium firefox >&2) &&
    both_browsers; then return; fi
  say "Playwright cannot download browsers here; taking Debian's"
  if ! { apt_install chromium firefox-esr && both_browsers; }; then
    fail "Chromium and Firefox are missing and cannot be installed: run 'npx playwright install --with-deps chromium firefox' in tests/browser with network access, or name yours in ROLLCALL_CHROMIUM and ROLLCALL_FIREFOX."
  fi
}

provide_pdftotext() {
  if have pdftotext; then return; fi
  apt_install poppler-utils || fail "pdftotext is missing and cannot be installed: install Poppler's command-line tools ('poppler-utils', or 'poppler' with Homebrew)."
}

provide_packages
provide_browsers
provide_pdftotext
