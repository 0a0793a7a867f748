import { TOLD } from '../../apps/server/src/notices/words';
import { filesUnder, textOf } from './source';

const kindsIn = (folder: string, told: RegExp): string[] => filesUnder(folder).flatMap((path) => [...textOf(path).matchAll(told)].map((match) => match[1] ?? ''));
/** Every kind of news that a verb tells, or the database where the server may not know of it. */
const told = [
  ...kindsIn('libs', /records\.news\('([^']+)'/g),
  ...kindsIn('migrations', /TOLD_TO_(?:LEADS|KEY_WORKERS)\('[^']+', '([^']+)'/g),
  ...kindsIn('migrations', /insert into notice [^;]*?'([a-z-]+\.[a-z-]+)'/g)
];

describe('news', () => {
  it('has words and a page for each kind, and no words for what nobody tells', () => {
    expect(told.length).toBeGreaterThan(0);
    expect([...new Set(told)].sort()).toEqual(Object.keys(TOLD).sort());
  });

  it('is about items whose policy the worker knows: of any other, nobody is told who has a worker apart', () => {
    // what oversight tells is about a person, whose policy comes with everything else
    const tellers = new Set(filesUnder('libs').filter((path) => /records\.news\('/.test(textOf(path))).map((path) => path.split('/')[1] ?? '').filter((lib) => lib !== 'oversight'));
    const known = [...textOf('apps/worker/src/worker.module.ts').matchAll(/from '@app\/([a-z-]+)'/g)].map((match) => match[1]);
    expect([...tellers].filter((lib) => !known.includes(lib))).toEqual([]);
  });

  it.each(Object.entries(TOLD))('%s reads after a name and leads to a page of the person or of what it is about', (_kind, { says, at }) => {
    expect(says).toMatch(/^[a-z]/);
    expect(at({ personId: 'p', subjectId: 's' })).toMatch(/^\/(people\/p|referrals\/s|emergency-openings\/s|information-governance\/[a-z-]+\/s)(\/|$)/);
  });
});
