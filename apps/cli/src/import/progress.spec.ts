import { PassThrough } from 'node:stream';
import { Progress } from './progress';

/** An output that remembers what was written to it. */
function output(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, cursorTo: () => true, clearLine: () => true, columns: 80 });
  let written = '';
  stream.on('data', (chunk: Buffer) => (written += chunk.toString()));
  return { stream, written: () => written };
}

describe('progress', () => {
  it('is a plain line at the start, at each tenth and at the end where there is no terminal', () => {
    const { stream, written } = output(false);
    const progress = new Progress('Reading practices', 30, stream);
    for (let step = 0; step < 30; step += 1) progress.advance();
    progress.finish();
    const tenths = [0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30];
    expect(written()).toBe(tenths.map((done) => `Reading practices: ${done} of 30\n`).join(''));
  });

  it('says how far it came when it ends early, and ends quietly when there was nothing to do', () => {
    const early = output(false);
    const progress = new Progress('Reading people', 100, early.stream);
    progress.advance(4);
    progress.finish();
    expect(early.written()).toBe('Reading people: 0 of 100\nReading people: 4 of 100\n');

    const nothing = output(false);
    new Progress('Reading people', 0, nothing.stream).finish();
    expect(nothing.written()).toBe('Reading people: 0 of 0\n');
  });

  it('is a bar on a terminal', () => {
    const { stream, written } = output(true);
    const progress = new Progress('Reading people', 2, stream);
    progress.advance(2);
    progress.finish();
    expect(written()).toContain('Reading people');
    expect(written()).toContain('2 of 2');
    expect(written()).not.toContain('Reading people: ');
  });
});
