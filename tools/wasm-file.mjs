// The little that the tools of the build need to know of WebAssembly's binary format.
export const [CUSTOM, IMPORTS, EXPORTS, CODE] = [0, 2, 7, 10];

// The sections of a module, in their order: where each starts, where its content lies, where it ends.
export function sections(bytes) {
  const found = [];
  for (let start = 8; start < bytes.length; start = found.at(-1).end) {
    const read = reader(bytes, start + 1);
    const length = read.number();
    found.push({ id: bytes[start], start, from: read.at(), end: read.at() + length });
  }
  return found;
}

// Reads on from a place.
export function reader(bytes, at) {
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length) => bytes.subarray(at, (at += length));
  return { number, take, text: () => take(number()).toString(), at: () => at };
}

// The imports with their names, and whether each is a function; `type` is what stands behind the names.
export function imports(bytes, section) {
  const read = reader(bytes, section.from);
  return Array.from({ length: read.number() }, () => {
    const [module, name, from] = [read.text(), read.text(), read.at()];
    const kind = read.number();
    if (kind === 1 || kind === 3) read.number();
    if (kind === 1 || kind === 2) {
      const bounded = read.number() & 1;
      read.number();
      if (bounded) read.number();
    } else read.number();
    return { module, name, isFunction: kind === 0, type: bytes.subarray(from, read.at()) };
  });
}

export function section(id, content) {
  return Buffer.concat([Buffer.from([id]), sized(content)]);
}

export function text(words) {
  return sized(Buffer.from(words));
}

export function sized(content) {
  return Buffer.concat([encoded(content.length), content]);
}

export function encoded(number) {
  const digits = [];
  for (; number >= 0x80; number >>>= 7) digits.push((number & 0x7f) | 0x80);
  return Buffer.from([...digits, number]);
}
