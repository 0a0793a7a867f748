import { pageCountOf, wordsIn } from '../../../../test/support/pdf';
import { LARGE, Paper } from './paper';

const LONG = 'What Marlshire County Council and Partners hold about Margery Plumtree-Oduya. For Margery Plumtree-Oduya. Released on 23 November 2026, downloaded by Margery Plumtree-Oduya.';

/** A document of many short lines. */
function paperOf(lines: number, foot: string, scale: number): Promise<Buffer> {
  const paper = new Paper('A title', new Date('2026-11-23T12:00:00Z'), foot, scale);
  for (let n = 1; n <= lines; n += 1) paper.paragraph(`Line ${n}.`);
  paper.end();
  return paper.bytes;
}

describe('The line at the foot of each page', () => {
  it.each([['usual', 1], ['large', LARGE]] as const)('takes as many lines as it needs in %s print, and no page of its own', async (_, scale) => {
    for (const times of [1, 2, 4, 8]) {
      const file = await paperOf(60, Array(times).fill(LONG).join(' '), scale);
      expect((await wordsIn(file)).trim()).toBe(Array.from({ length: 60 }, (_line, n) => `Line ${n + 1}.`).join(' '));
      expect(await pageCountOf(file)).toBeLessThan(10);
    }
  });
});
