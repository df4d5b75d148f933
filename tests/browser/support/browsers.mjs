// Which browsers to drive, and how: Playwright's own where they are installed, the system's otherwise.
//
// `node support/browsers.mjs` exits 0 if both are there; the set-up asks it.
import { existsSync } from 'node:fs';
import { chromium, firefox } from '@playwright/test';

// Debian's packages. Others wrap their browsers in ways that refuse a foreign profile folder; Playwright's own do better there.
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const SYSTEM_FIREFOX = '/usr/bin/firefox-esr';

// No sandbox: it refuses to run as root, which is who runs in a container. The rest keeps the browser off the network.
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function chromiumLaunch() {
  const launchOptions = { args: CHROMIUM_ARGS };
  if (!existsSync(chromium.executablePath())) launchOptions.executablePath = find('ROLLCALL_CHROMIUM', SYSTEM_CHROMIUM);
  return { launchOptions };
}

// Playwright drives a stock Firefox over WebDriver BiDi, under a channel name of its own.
export function firefoxLaunch() {
  if (existsSync(firefox.executablePath())) return {};
  return { channel: 'moz-firefox', launchOptions: { executablePath: find('ROLLCALL_FIREFOX', SYSTEM_FIREFOX) } };
}

function find(variable, place) {
  return process.env[variable] ?? (existsSync(place) ? place : undefined);
}

function bothAreThere() {
  const own = [chromium, firefox].map((browser) => existsSync(browser.executablePath()));
  return (own[0] || find('ROLLCALL_CHROMIUM', SYSTEM_CHROMIUM)) && (own[1] || find('ROLLCALL_FIREFOX', SYSTEM_FIREFOX));
}

if (process.argv[1] === import.meta.filename) process.exit(bothAreThere() ? 0 : 1);
