import ts from 'typescript';
import { filesUnder, parse, textOf } from './source';

/** The rows of faults.md that the product promises by now. */
const PROMISED = {
  input: '1-3, 5-7, 9-19, 20-30, 31-49, 52-56, 59, 64-70',
  fault: '1-6, 15-29, 33, 35, 39, 40',
} as const;
type Kind = keyof typeof PROMISED;

/** `1-3, 5` is 1, 2, 3, 5. */
function numbersIn(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [from = NaN, to = from] = part.split(/[-–]/).map(Number);
    return Array.from({ length: to - from + 1 }, (_, n) => from + n);
  });
}

const TITLE = /\b(input|fault)s? (\d+(?:(?:, |[-–])\d+)*):/g;
const CALLS = /^(it|test|describe)\b/;

/** The titles of tests in a file: the first argument of `it`, `it.each(…)` and their like. */
function titlesIn(path: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && CALLS.test(node.expression.getText())) {
      const [title] = node.arguments;
      if (title && (ts.isStringLiteral(title) || ts.isNoSubstitutionTemplateLiteral(title))) titles.push(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(path));
  return titles;
}

const specs = ['test', 'libs', 'apps'].flatMap((folder) => filesUnder(folder, /spec\.tsx?$/)).filter((path) => /\b(inputs?|faults?) \d/.test(textOf(path)));
const tried: Record<Kind, Set<number>> = { input: new Set(), fault: new Set() };
for (const title of specs.flatMap(titlesIn)) {
  for (const [, kind, list] of title.matchAll(TITLE)) numbersIn(list ?? '').forEach((number) => tried[kind as Kind].add(number));
}

it.each(['input', 'fault'] as const)('every promised row of bad %s stands in the title of a test', (kind) => {
  expect(numbersIn(PROMISED[kind]).filter((number) => !tried[kind].has(number))).toEqual([]);
});

it('a list of rows is read with its ranges', () => {
  expect(numbersIn('1-3, 5, 9–10')).toEqual([1, 2, 3, 5, 9, 10]);
  expect(['input 21, 22: x', 'faults 1–3: x', 'an input 5'].flatMap((title) => [...title.matchAll(TITLE)].map((match) => match[2]))).toEqual(['21, 22', '1–3']);
});
