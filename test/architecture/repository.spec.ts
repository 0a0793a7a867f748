import 'reflect-metadata';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import { entities } from '../../migrations/schema';
import { migrations } from '../../migrations/data-source';
import { classesOf, filesUnder, parse, ROOT, textOf } from './source';

const IGNORED = new Set(['node_modules', 'dist', 'coverage', '.git', '.data', '.artifacts']);
const everyFile = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) => {
  if (IGNORED.has(entry.name)) return [];
  return entry.isDirectory() ? filesUnder(entry.name, /./) : [entry.name];
});
const documents = everyFile.filter((path) => path.endsWith('.md'));

interface PackageFile {
  readonly scripts: Record<string, string>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
}
const { scripts, dependencies, devDependencies, optionalDependencies } = JSON.parse(textOf('package.json')) as PackageFile;

describe('the repository', () => {
  it('installs from whatever registry a machine has: the lock file names none', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved"/);
  });

  it('installs the same versions everywhere', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('knows nothing of the machine that it was written on', () => {
    const folder = /(?<![\w.~])(\/(home|Users)\/[a-z][\w-]*\/|\/root\/|[A-Z]:\\+Users\\)/;
    expect(everyFile.filter((path) => /\.(md|tsx?|mjs|cjs|json|ya?ml|sql|txt|scss)$|^[^.]+$/.test(path) && folder.test(textOf(path)))).toEqual([]);
  });

  it('has every script that it speaks of, and each script what it starts', () => {
    const spoken = [...documents, '.ci/run', 'Dockerfile'].flatMap((path) => [...textOf(path).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => ({ path, name: name ?? '' })));
    expect(spoken.filter(({ name }) => !(name in scripts))).toEqual([]);
    const started = Object.values(scripts).flatMap((line) => line.match(/[\w./-]+\.(mjs|cjs|json)\b/g) ?? []);
    expect(started.length).toBeGreaterThan(0);
    expect(started.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const programs = Object.values(scripts).flatMap((line) => line.split('&&').map((part) => part.trim().split(' ')[0] ?? '')).filter((program) => program !== 'node');
    expect(programs.filter((program) => !existsSync(join(ROOT, 'node_modules/.bin', program)))).toEqual([]);
  });

  it('runs its migrations: each file is on the list, in the order of its time', () => {
    const files = filesUnder('migrations', /^\d+-.*\.ts$/);
    const written = files.flatMap((path) => classesOf(parse(path)).map((one) => one.name?.text ?? ''));
    expect(migrations.map(({ name }) => name)).toEqual(written);
    expect(files.map((path) => /(\d+)-/.exec(path)?.[1])).toEqual(written.map((name) => /\d+$/.exec(name)?.[0]));
  });

  it('knows its entities: each class with a table is on the list that the drift is measured by', () => {
    for (const path of filesUnder('libs', /\.entity\.ts$/)) jest.requireActual(join(ROOT, path));
    const written = getMetadataArgsStorage().tables.map(({ target }) => (target as { name: string }).name);
    expect(entities.map(({ name }) => name).sort()).toEqual(written.sort());
  });
});

describe.each(documents)('%s', (path) => {
  const text = textOf(path);

  it('links to what is there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target]) => target ?? '');
    expect(links.filter((target) => !existsSync(join(ROOT, dirname(path), target)))).toEqual([]);
  });

  it('names files that are there', () => {
    const named = [...text.matchAll(/`((?:apps|libs|migrations|test|docs)\/[\w./-]+)`/g)].map(([, target]) => target ?? '');
    expect(named.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
  });
});
