// Trunk's post-build hook: gives a release page its content security policy.
//
// The one inline script allowed is Trunk's own loader, by its SHA-256. It is computed from the page as it will be
// published, so nobody keeps a hash up to date by hand.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

if (process.env.TRUNK_PROFILE === 'release') {
  const page = join(process.env.TRUNK_STAGING_DIR, 'index.html');
  writeFileSync(page, withPolicy(readFileSync(page, 'utf8')));
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
