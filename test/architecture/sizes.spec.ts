import ts from 'typescript';
import { classesOf, filesUnder, parse, textOf } from './source';

const MOST_LINES = 250;
const MOST_PARAMETERS = 5;
/** Written by libs/web-kit/generate-nhs.mjs from the options of the NHS components. */
const GENERATED = ['libs/web-kit/src/nhs.ts'];

const files = ['libs', 'apps'].flatMap((folder) => filesUnder(folder, /\.(tsx?|mjs)$/)).filter((path) => !GENERATED.includes(path));

describe('a file says one thing', () => {
  it(`in at most ${MOST_LINES} lines`, () => {
    const long = files.map((path) => ({ path, lines: textOf(path).trimEnd().split('\n').length })).filter(({ lines }) => lines > MOST_LINES);
    expect(long).toEqual([]);
  });

  it(`and its classes need at most ${MOST_PARAMETERS} others`, () => {
    const greedy = files.flatMap((path) => classesOf(parse(path)).flatMap((one) => {
      const constructor = one.members.find(ts.isConstructorDeclaration);
      return (constructor?.parameters.length ?? 0) > MOST_PARAMETERS ? [`${path}: ${one.name?.text}`] : [];
    }));
    expect(greedy).toEqual([]);
  });

  it('under a name that says what it is', () => {
    expect(files.filter((path) => /(^|\/)(utils?|common|misc|shared|dto)(\/|\.[a-z]+$)/.test(path))).toEqual([]);
    expect(files.flatMap((path) => classesOf(parse(path)).map((one) => one.name?.text ?? '')).filter((name) => /(Dto|Impl|Manager|Utils?)$/.test(name))).toEqual([]);
  });
});
