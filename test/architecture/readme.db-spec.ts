import { createFirstAdministrator } from '@app/identity';
import { welcomeOrganisation } from '@app/organisations';
import { accounts, PASSWORD } from '../../apps/cli/src/demonstration/accounts';
import { asKeeper } from '../../apps/cli/src/owner';
import { databaseWithOwner } from '../support/database';
import { textOf } from './source';

describe('what docs/running.md tells whoever runs OneStory for real', () => {
  const here = databaseWithOwner();

  it('names the first organisation and leads to its administrator’s link', async () => {
    const page = textOf('docs/running.md');
    const [, code, name, sector] = /welcome (\S+) --name "([^"]+)" --sector (\S+)/.exec(page) ?? [];
    expect(await asKeeper(here.owner, () => welcomeOrganisation(here.owner, { code: code ?? '', name, sector }))).toBe('new');
    const { link } = await createFirstAdministrator(here.owner, 'first.name@example.org', /create-admin \S+ --organisation (\S+)/.exec(page)?.[1] ?? '');
    expect(link).toMatch(/^\/\S+$/);
  });
});

describe('what the README tells whoever tries OneStory', () => {
  it('is the accounts that there are, by name, employer and password', () => {
    const readme = textOf('README.md');
    const listed = [...readme.matchAll(/^\| `(\S+@demo\.test)` \| (.+?) \|/gm)].map(([, email, who]) => ({ email, who }));
    expect(listed.map(({ email }) => email).sort()).toEqual(accounts().map(({ email }) => email).sort());
    for (const { email, who, organisation } of accounts()) {
      const words = listed.find((one) => one.email === email)?.who;
      expect(words).toContain(who.split(/[ ,]/)[0]);
      if (organisation) expect(words).toContain(organisation);
    }
    expect(readme).toContain(`everybody's password is \`${PASSWORD}\``);
  });
});
