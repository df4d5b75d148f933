// `node tools/order-functions.mjs FILE`: renames the functions of a WebAssembly module so that their names, sorted, put those
// beside each other whose bytes are alike. `wasm-opt --reorder-functions-by-name` then does the moving.
//
// The order in which functions stand has no meaning to a program, and to brotli it has much: what repeats nearby is cheaper to
// point at, and found more often. The same Rust code compiled for many types is a neighbourhood of nearly equal functions,
// which the compiler leaves where it met them.
//
// Two functions are the more alike the more runs of bytes they share. The most alike are joined first, each with at most two
// neighbours and never to a ring, as in the greedy way to a short tour; the chains that result follow one another.
import { readFileSync, writeFileSync } from 'node:fs';
import { CODE, CUSTOM, IMPORTS, encoded, imports, reader, section, sections, sized, text } from './wasm-file.mjs';

const RUN = 4;
// A run that stands in more functions than this says nothing about which of them are alike.
const COMMON = 400;

const [file] = process.argv.slice(2);
const bytes = readFileSync(file);
const all = sections(bytes);
const first = (wanted) => all.find(({ id }) => id === wanted);
const imported = first(IMPORTS) ? imports(bytes, first(IMPORTS)).filter(({ isFunction }) => isFunction).length : 0;
const chains = joined(likenesses(functionsIn(first(CODE)).map(runsOf)));
const rest = all.filter(({ id, from }) => !(id === CUSTOM && reader(bytes, from).text() === 'name'));
const kept = rest.map(({ start, end }) => bytes.subarray(start, end));
writeFileSync(file, Buffer.concat([bytes.subarray(0, 8), ...kept, nameSection(imported, chains.flat())]));

function functionsIn({ from }) {
  const read = reader(bytes, from);
  return Array.from({ length: read.number() }, () => read.take(read.number()));
}

function runsOf(code) {
  const runs = new Set();
  for (let at = 0; at + RUN <= code.length; at++) runs.add(code.readUInt32LE(at));
  return runs;
}

// Every two functions that share runs, the most alike first; `count` is the number of functions.
function likenesses(runs) {
  const holders = new Map();
  runs.forEach((set, index) => {
    for (const run of set) {
      if (!holders.has(run)) holders.set(run, []);
      holders.get(run).push(index);
    }
  });
  const pairs = [];
  runs.forEach((set, one) => {
    const shared = new Map();
    for (const run of set) {
      const others = holders.get(run);
      if (others.length > COMMON) continue;
      for (const other of others) if (other > one) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) pairs.push({ one, other, alike: count / Math.sqrt(set.size + runs[other].size) });
  });
  pairs.sort((a, b) => b.alike - a.alike || a.one - b.one || a.other - b.other);
  return { count: runs.length, pairs };
}

function joined({ count, pairs }) {
  const chainOf = Array.from({ length: count }, (_, index) => [index]);
  for (const { one, other } of pairs) {
    const [first, second] = [chainOf[one], chainOf[other]];
    const ends = (chain, index) => chain[0] === index || chain.at(-1) === index;
    if (first === second || !ends(first, one) || !ends(second, other)) continue;
    if (first.at(-1) !== one) first.reverse();
    if (second[0] !== other) second.reverse();
    for (const index of second) {
      first.push(index);
      chainOf[index] = first;
    }
  }
  return [...new Set(chainOf)];
}

// Places as names, as wide as each other, so that they sort as numbers do. Imported functions stay where they are.
function nameSection(imported, order) {
  const places = order.map((index, place) => ({ index: imported + index, name: String(place).padStart(6, '0') }));
  places.sort((a, b) => a.index - b.index);
  const entries = places.map(({ index, name }) => Buffer.concat([encoded(index), text(name)]));
  const FUNCTION_NAMES = 1;
  const names = sized(Buffer.concat([encoded(entries.length), ...entries]));
  return section(CUSTOM, Buffer.concat([text('name'), Buffer.from([FUNCTION_NAMES]), names]));
}
