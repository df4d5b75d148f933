// `node tools/shorten-glue.mjs PROGRAM.wasm GLUE.js`: shortens what the program and its glue say to each other.
//
// wasm-bindgen ends each name with a hash, which is a third of the glue as it goes over the wire, and nearly all of the program's
// imports: nothing compresses worse. Such names become numbers, the same on both sides. Of the glue's comments, which Trunk's
// minifier would remove if it could read the glue, nothing is left either.
import { readFileSync, writeFileSync } from 'node:fs';
import { EXPORTS, IMPORTS, encoded, imports, reader, section, sections, text } from './wasm-file.mjs';

const [programFile, glueFile] = process.argv.slice(2);
const HASHED = /\b\w+[0-9a-f]{16}\b/g;
const program = readFileSync(programFile);
const glue = readFileSync(glueFile, 'utf8');
const all = sections(program);

const said = new Set(glue.match(HASHED));
const short = new Map();
const parts = all.map(({ id, start, from, end }) => {
  if (id === IMPORTS) return section(id, list(imports(program, { from }).map(importEntry)));
  if (id === EXPORTS) return section(id, list(exportEntries(from)));
  return program.subarray(start, end);
});
writeFileSync(programFile, Buffer.concat([program.subarray(0, 8), ...parts]));
writeFileSync(glueFile, withoutComments(glue).replaceAll(HASHED, (name) => short.get(name) ?? name));

function shortened(name) {
  if (said.has(name) && !short.has(name)) short.set(name, `$${short.size.toString(36)}`);
  return short.get(name) ?? name;
}

function importEntry({ module, name, type }) {
  return Buffer.concat([text(module), text(shortened(name)), type]);
}

function exportEntries(from) {
  const read = reader(program, from);
  return Array.from({ length: read.number() }, () => {
    const [name, at] = [read.text(), read.at()];
    read.take(1);
    read.number();
    return Buffer.concat([text(shortened(name)), program.subarray(at, read.at())]);
  });
}

function list(entries) {
  return Buffer.concat([encoded(entries.length), ...entries]);
}

// Those with a line of their own, as wasm-bindgen writes them, and the blanks in front of each line.
function withoutComments(script) {
  return script.replaceAll(/^ *\/\*\*\n(?: *\*.*\n)*? *\*\/\n/gm, '').replaceAll(/^ *\/\/.*\n/gm, '').replaceAll(/^ +/gm, '');
}
