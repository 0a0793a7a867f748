import { inflateSync } from 'node:zlib';

/** One element of a PDF's structure tree: its role, and the elements below it. */
export interface StructureElement {
  readonly role: string;
  readonly below: StructureElement[];
}

const objectsOf = (file: Buffer): Map<number, string> =>
  new Map([...file.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((match) => [Number(match[1]), match[2] ?? '']));

/** The structure tree, read back from the file's own objects. Throws when there is none. */
export function structureOf(file: Buffer): StructureElement[] {
  const objects = objectsOf(file);
  const root = [...objects.values()].find((object) => object.includes('/Type /StructTreeRoot'));
  if (!root) throw new Error('The PDF has no structure tree');
  const below = (object: string): StructureElement[] => {
    const kids = /\/K (\[[\s\S]*?\]|\d+ 0 R)/.exec(object)?.[1] ?? '';
    return [...kids.matchAll(/(\d+) 0 R/g)].map((match) => objects.get(Number(match[1])) ?? '').filter((kid) => kid.includes('/S /')).map((kid) => ({ role: /\/S \/(\w+)/.exec(kid)?.[1] ?? '', below: below(kid) }));
  };
  return below(root);
}

/** The words of a PDF, read through the tables that say which glyph is which letter. */
export function wordsIn(file: Buffer): string {
  const streams = [...file.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap((match) => {
    try {
      return [inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
  const tables = streams.filter((stream) => stream.includes('beginbfrange')).map((stream) => [...(/beginbfrange\n[\s\S]*?\[([\s\S]*?)\]/.exec(stream)?.[1] ?? '').matchAll(/<([0-9a-f ]*)>/gi)]
    .map((match) => (match[1] ?? '').split(' ').map((code) => String.fromCharCode(parseInt(code, 16))).join('')));
  const shown = streams.filter((stream) => / Tf\n/.test(stream)).join('\n');
  // Each font has its own table; what is read with the wrong one is not words.
  return tables.map((table) => [...shown.matchAll(/\[([^\]]*)\] TJ/g)].map((line) => [...(line[1] ?? '').matchAll(/<([0-9a-f]*)>/gi)].map((part) => ((part[1] ?? '').match(/.{4}/g) ?? []).map((glyph) => table[parseInt(glyph, 16)] ?? '').join('')).join('')).join('\n')).join('\n---\n');
}
