// Trunk's post-build hook: places the parts of the program that are fetched later, then gives a release page its content
// security policy.
//
// The one inline script allowed is Trunk's own loader, by its SHA-256. It is computed from the page as it will be
// published, so nobody keeps a hash up to date by hand.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const release = process.env.TRUNK_PROFILE === 'release';
const site = process.env.TRUNK_STAGING_DIR;
// Where tools/in-front/wasm-bindgen has left them.
const bundles = join(import.meta.dirname, '../target/bundles', process.env.TRUNK_PROFILE);
const page = join(site, 'index.html');

let html = readFileSync(page, 'utf8');
html = placeBundles(html);
if (release) html = withPolicy(html);
writeFileSync(page, html);

function placeBundles(html) {
  const ending = (end) => readdirSync(bundles).filter((name) => name.endsWith(end));
  const [script, ...others] = ending('.js');
  const programs = ending('.wasm');
  if (script === undefined || others.length > 0) throw new Error(`expected one script in ${bundles}`);
  if (programs.length === 0) throw new Error(`expected programs in ${bundles}`);
  // Trunk has put a digest into the name of the program's own script.
  const main = /['"]\.\/(rollcall-web-[0-9a-f]+)\.js['"]/.exec(html)?.[1];
  if (main === undefined) throw new Error('the page does not load rollcall-web');
  const text = readFileSync(join(bundles, script), 'utf8').replaceAll('./rollcall-web.js', `./${main}.js`);
  writeFileSync(join(site, script), text);
  for (const program of programs) {
    if (release) shrink(join(bundles, program), join(site, program));
    else copyFileSync(join(bundles, program), join(site, program));
  }
  // The program's script names it: without this line it would be found out about only then.
  return html.replace('<script type=module', `<link crossorigin href=./${script} rel=modulepreload>$&`);
}

// The same passes as for the first part: see index.html.
function shrink(from, to) {
  const parameters = /data-wasm-opt-params="([^"]+)"/.exec(readFileSync(join(import.meta.dirname, '../index.html'), 'utf8'));
  if (parameters === null) throw new Error('index.html has no data-wasm-opt-params');
  execFileSync('wasm-opt', ['-Oz', ...parameters[1].split(' '), `--output=${to}`, from], { stdio: ['ignore', 'inherit', 'ignore'] });
}

function withPolicy(html) {
  const charset = /<meta charset="?utf-8"?\s*\/?>/i;
  if (!charset.test(html)) throw new Error('the page has no <meta charset> to put the policy in front of');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(inlineScripts(html))}">`;
  return html.replace(charset, (tag) => meta + tag);
}

function inlineScripts(html) {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map((match) => match[1]);
  if (scripts.length !== 1) throw new Error(`expected Trunk's loader as the only inline script, found ${scripts.length}`);
  return scripts;
}

function policy(scripts) {
  const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')} 'wasm-unsafe-eval'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
