import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');
const run = promisify(execFile);

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** What .dependency-cruiser.cjs finds in a tree. */
async function violationsIn(tree: string, folders: string[]): Promise<Violation[]> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const options = { cwd: tree, maxBuffer: 100_000_000 };
  // It ends with the number of violations as its exit code, and says the same in JSON.
  const { stdout } = await run(process.execPath, [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders], options)
    .catch((error: unknown) => error as { stdout: string });
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** A small house: every file breaks the rule that stands beside it, or none. */
const HOUSE: [path: string, text: string, rule: string | null][] = [
  ['libs/kernel/src/index.ts', `export const kernel = 1;`, null],
  ['libs/access/src/index.ts', `export { kernel } from '@app/kernel';`, null],
  ['libs/records/src/index.ts', `export { kernel as records } from '@app/access';\nexport { inner } from './inner';`, null],
  ['libs/records/src/inner.ts', `export const inner = 1;`, null],
  ['libs/web-kit/src/index.ts', `export { kernel as kit } from '@app/kernel';`, null],
  ['libs/embedded-postgres/src/index.ts', `export const launch = 1;`, null],
  ['libs/organisations/src/index.ts', `export { records } from '@app/records';`, null],
  ['libs/identity/src/index.ts', `export { records } from '@app/organisations';`, null],
  ['libs/persons/src/index.ts', `export { records } from '@app/records';\nexport * from './person.entity';`, null],
  ['libs/persons/src/person.entity.ts', `import { Entity } from 'typeorm';\nexport class Person { entity = Entity; }`, null],
  ['libs/persons/src/person.policy.ts', `import { Person } from './person.entity';\nexport const policy = Person;`, null],
  ['libs/sharing/src/index.ts', `export { Person } from '@app/persons';\nexport { records } from '@app/identity';`, null],
  ['libs/cases/src/index.ts', `export { Person } from '@app/sharing';`, null],
  ['libs/contacts/src/index.ts', `export { Person } from '@app/cases';`, null],
  ['libs/overviews/src/index.ts', `export { Person } from '@app/contacts';`, null],
  ['apps/server/src/main.ts', `import '@app/overviews';\nimport '@app/embedded-postgres';\nimport './person/person.api';`, null],
  ['apps/server/src/http/context.ts', `import '@app/records';\nimport '@app/web-kit';`, null],
  ['apps/server/src/person/person.api.ts', `import '@app/overviews';\nimport '@app/web-kit';`, null],

  ['libs/kernel/src/upwards.ts', `import '@app/access';`, 'kernel-uses-only-what-is-below-it'],
  ['libs/kernel/src/framework.ts', `import { Injectable } from '@nestjs/common';\nexport const x = Injectable;`, 'kernel-is-plain-typescript'],
  ['libs/kernel/src/rows.ts', `import type { DataSource } from 'typeorm';\nexport type X = DataSource;`, 'kernel-is-plain-typescript'],
  ['libs/access/src/upwards.ts', `import '@app/records';`, 'access-uses-only-what-is-below-it'],
  ['libs/records/src/upwards.ts', `import type { Person } from '@app/persons';\nexport type X = Person;`, 'records-uses-only-what-is-below-it'],
  ['libs/persons/src/sideways.ts', `import '@app/identity';`, 'persons-uses-only-what-is-below-it'],
  ['libs/sharing/src/upwards.ts', `import '@app/cases';`, 'sharing-uses-only-what-is-below-it'],
  ['libs/contacts/src/upwards.ts', `import '@app/overviews';`, 'contacts-uses-only-what-is-below-it'],
  ['libs/contacts/src/joins.ts', `import '@app/overviews';`, 'only-apps-read-overviews'],
  ['libs/cases/src/page.ts', `import '@app/web-kit';`, 'only-faces-draw-pages'],
  ['libs/cases/src/database.ts', `import '@app/embedded-postgres';`, 'only-apps-start-a-database'],
  ['libs/cases/src/face.ts', `import '../../../apps/server/src/person/person.api';`, 'cases-uses-only-what-is-below-it'],
  ['libs/cases/src/window.ts', `import { inner } from '../../records/src/inner';\nexport const x = inner;`, 'libs-are-entered-by-their-front-door'],
  ['libs/cases/src/one.ts', `import type { Two } from './two';\nexport type One = Two;`, 'no-circles'],
  ['libs/cases/src/two.ts', `import type { One } from './one';\nexport type Two = One | null;`, null],
  ['libs/cases/src/case.policy.ts', `import '@app/records';`, 'policies-are-pure'],
  ['libs/cases/src/lost.ts', `export const lost = 1;`, 'no-orphans'],
  ['libs/cases/src/gone.ts', `import './never-written';`, 'imports-resolve'],
  ['libs/cases/src/borrowed.ts', `import fc from 'fast-check';\nexport const x = fc;`, 'packages-are-declared'],
  ['libs/newcomer/src/index.ts', `export { kernel } from '@app/kernel';`, 'lib-has-a-place-in-the-table'],
  ['apps/server/src/person/person.pages.ts', `import '@app/records';`, 'faces-do-not-touch-rows'],
  ['apps/server/src/person/views/person.ts', `import type { DataSource } from 'typeorm';\nexport type X = DataSource;`, 'faces-do-not-touch-rows'],
  ['apps/server/src/today/today.api.ts', `import { Person } from '../../../../libs/persons/src/person.entity';\nexport const x = Person;`, 'apps-enter-libs-by-their-front-door'],
  ['apps/cli/src/page.ts', `import '@app/web-kit';`, 'only-faces-draw-pages'],
  ['apps/cli/src/tested.ts', `import '../../../test/support/database';`, 'apps-do-not-depend-on-tests'],
  ['test/support/database.ts', `import '@app/embedded-postgres';`, null],
];

describe('the walls of the house', () => {
  it('stand: no file of the tree, tests included, imports what it may not', async () => {
    const found = await violationsIn(root, ['apps', 'libs', 'migrations', 'test']);
    expect(found.map(({ from, rule }) => `${from}: ${rule.name}`)).toEqual([]);
  });

  describe('hold', () => {
    let house: string;
    let found: Violation[];

    beforeAll(async () => {
      house = mkdtempSync(join(tmpdir(), 'onestory-walls-'));
      for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(join(root, file), join(house, file));
      symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
      for (const [path, text] of HOUSE) {
        mkdirSync(dirname(join(house, path)), { recursive: true });
        writeFileSync(join(house, path), text);
      }
      found = await violationsIn(house, ['apps', 'libs', 'test']);
    });
    afterAll(() => rmSync(house, { recursive: true, force: true }));

    it.each(HOUSE.filter(([, , rule]) => rule !== null))('%s (%j) breaks %s', (path, _text, rule) => {
      expect(found.filter(({ from }) => from === path).map((violation) => violation.rule.name)).toContain(rule);
    });

    it('and let everything else through', () => {
      const blameless = HOUSE.filter(([, , rule]) => rule === null).map(([path]) => path);
      expect(found.filter(({ from }) => blameless.includes(from))).toEqual([]);
    });
  });
});
