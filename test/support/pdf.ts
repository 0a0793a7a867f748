import type { Test } from 'supertest';
import { getDocumentProxy } from 'unpdf';

/** One element of a PDF's structure tree: its role, and the elements below it. */
export interface StructureElement {
  readonly role: string;
  readonly below: StructureElement[];
}
type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
interface Node { readonly role?: string; readonly children?: readonly Node[] }

const elementsIn = ({ children = [] }: Node): StructureElement[] => children.flatMap((child) => (child.role ? [{ role: child.role, below: elementsIn(child) }] : []));

async function eachPage<T>(file: Buffer, read: (page: Page) => Promise<T>): Promise<T[]> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  return Promise.all(Array.from({ length: pdf.numPages }, async (_, n) => read(await pdf.getPage(n + 1))));
}

/** Asks for a file: its bytes are the body. */
export const fileFrom = (asked: Test): Test => asked.buffer(true).parse((answer, done) => {
  const parts: Buffer[] = [];
  answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
});

/** The structure tree that a screen reader walks, page after page; empty when there is none. */
export const structureOf = async (file: Buffer): Promise<StructureElement[]> => (await eachPage(file, async (page) => elementsIn(((await page.getStructTree()) ?? {}) as Node))).flat();

/** The roles of a structure tree, from the top down. */
export const rolesIn = (elements: readonly StructureElement[]): string[] => elements.flatMap(({ role, below }) => [role, ...rolesIn(below)]);

/** The words of a PDF in their order, without what stands at the foot of each page. */
export const wordsIn = async (file: Buffer): Promise<string> => (await eachPage(file, wordsOn)).join(' ').replace(/\s+/g, ' ');

async function wordsOn(page: Page): Promise<string> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const within: (string | undefined)[] = [];
  const words: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      if (!within.includes('Artifact')) words.push(item.str, item.hasEOL ? ' ' : '');
    } else if (item.type === 'endMarkedContent') within.pop();
    else within.push((item as { tag?: string }).tag);
  }
  return words.join('');
}

export const pageCountOf = async (file: Buffer): Promise<number> => (await getDocumentProxy(new Uint8Array(file))).numPages;
