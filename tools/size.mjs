// `make size`: what goes over the wire, and whether that is still within the figure in tools/size-budget.txt.
//
// Everything that the page names is needed before the app is usable. The rest of the site is fetched later or never.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TOLERANCE = 1.03;
const root = join(import.meta.dirname, '..');
const site = join(root, 'dist');
const budgetFile = 'tools/size-budget.txt';

const page = readFileSync(join(site, 'index.html'), 'utf8');
const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(site.length + 1))
  .sort()
  .map(measure);

const first = files.filter((file) => isNeededFirst(file.name));
const later = files.filter((file) => !isNeededFirst(file.name));
printTable('Until the app is usable', first);
if (later.length > 0) printTable('Later, when asked for', later);
compare(total(first).brotli, budget());

function measure(name) {
  const bytes = readFileSync(join(site, name));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  return {
    name,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, quality).length,
  };
}

function isNeededFirst(name) {
  return name === 'index.html' || (/\.(js|css|wasm)$/.test(name) && page.includes(name));
}

function total(rows) {
  const sum = (column) => rows.reduce((bytes, row) => bytes + row[column], 0);
  return { name: 'total', raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
}

function printTable(title, rows) {
  const line = ({ name, raw, gzip, brotli }) => name.padEnd(48) + [raw, gzip, brotli].map(column).join('');
  const column = (value) => String(value).padStart(11);
  console.log(`\n${line({ name: title, raw: 'raw', gzip: 'gzip -9', brotli: 'brotli 11' })}`);
  for (const row of [...rows, total(rows)]) console.log(line(row));
}

function budget() {
  const figure = readFileSync(join(root, budgetFile), 'utf8').split('\n').find((line) => /^\d+$/.test(line.trim()));
  if (figure === undefined) throw new Error(`${budgetFile} has no line with a number of bytes`);
  return Number(figure);
}

function compare(bytes, figure) {
  const change = ((bytes / figure - 1) * 100).toFixed(1);
  console.log(`\n${bytes} bytes of brotli against the committed ${figure}: ${change} %, allowed +3 %`);
  if (bytes > figure * TOLERANCE) {
    console.error(`Too large. Make it smaller, or put ${bytes} into ${budgetFile} and give the reason in the commit.`);
    process.exit(1);
  }
}
