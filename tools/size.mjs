// `make size`: what goes over the wire, and whether that is still within the figures in tools/size-budget.txt.
//
// Everything that the page names is needed before the list is usable. Opening a release takes the bundle `remainder` and what
// comes with it. The rest of the site is fetched later or never.
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

const opening = bundlesOf('remainder');
const first = files.filter((file) => isNeededFirst(file.name));
const second = files.filter((file) => opening.includes(file.name));
const later = files.filter((file) => !first.includes(file) && !second.includes(file));
printTable('Until the list is usable', first);
printTable('To open a release', second);
if (later.length > 0) printTable('Later, when asked for', later);
const [firstBudget, secondBudget] = budgets();
const fits = [compare('Until the list is usable', first, firstBudget), compare('To open a release', second, secondBudget)];
if (fits.includes(false)) process.exit(1);

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

// The loader has a line for each file, and names the files that come with a bundle in the list at its end.
function bundlesOf(name) {
  const script = readdirSync(site).find((file) => /^bundles-.*\.js$/.test(file));
  const text = readFileSync(join(site, script), 'utf8');
  const loads = [...text.matchAll(/const (\w+) = (?:wrapAsyncCb\()?makeLoad\(([\s\S]*?), \[([\w, ]*)\]\)/g)];
  const found = loads.map(([, constant, body, deps]) => ({ constant, file: /"\.\/([^"]+\.wasm)"/.exec(body)?.[1], deps }));
  const bundle = found.find(({ constant }) => constant === `__wasm_split_load_${name}`);
  if (bundle === undefined) throw new Error(`${script} does not load ${name}`);
  const needed = bundle.deps.split(', ').filter(Boolean);
  return [bundle.file, ...found.filter(({ constant }) => needed.includes(constant)).map(({ file }) => file)];
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

function budgets() {
  const figures = readFileSync(join(root, budgetFile), 'utf8').split('\n').filter((line) => /^\d+$/.test(line.trim()));
  if (figures.length !== 2) throw new Error(`${budgetFile} has not two lines with a number of bytes`);
  return figures.map(Number);
}

function compare(what, rows, figure) {
  const bytes = total(rows).brotli;
  const change = ((bytes / figure - 1) * 100).toFixed(1);
  console.log(`\n${what}: ${bytes} bytes of brotli against the committed ${figure}: ${change} %, allowed +3 %`);
  const fits = bytes <= figure * TOLERANCE;
  if (!fits) console.error(`Too large. Make it smaller, or put ${bytes} into ${budgetFile} and give the reason in the commit.`);
  return fits;
}
