// Serves dist/ to the journeys, uncached, at the root and in a folder below it (the site must work in either).
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const SITE = join(import.meta.dirname, '../../../dist');
export const FOLDER = '/some/folder/';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function fileFor(url, site) {
  let path = decodeURIComponent(new URL(url, 'http://site').pathname);
  if (path.startsWith(FOLDER)) path = path.slice(FOLDER.length - 1);
  if (path.endsWith('/')) path += 'index.html';
  const file = normalize(join(site, path));
  return file.startsWith(site + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

export function answer(request, response, site = SITE) {
  const file = fileFor(request.url, site);
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    return;
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'content-length': statSync(file).size, 'cache-control': 'no-store' });
  createReadStream(file).pipe(response);
}

if (process.argv[1] === import.meta.filename) {
  if (!existsSync(join(SITE, 'index.html'))) throw new Error('dist/ is empty: run `make build` first');
  createServer((request, response) => answer(request, response)).listen(Number(process.env.ROLLCALL_TEST_PORT), '127.0.0.1');
}
