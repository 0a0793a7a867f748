import { join } from 'node:path';
import { Client } from 'pg';
import { createFirstAdministrator } from '@app/identity';
import { localDay } from '@app/kernel';
import { welcomeOrganisation } from '@app/organisations';
import { contextKeyOf, lastHead, verifyAudit } from '@app/records';
import { migrate } from '../../../../migrations/data-source';
import { PASSWORD } from '../demonstration/accounts';
import { loadDemonstration } from '../demonstration/load';
import { draftAssessment } from '../impact-assessment/draft';
import { readFacts } from '../impact-assessment/facts';
import { Progress } from '../import/progress';
import { loadLargePlace, SIGN_IN } from '../large-place/load';
import { asKeeper, asOwner } from '../owner';
import { say, tell, withDatabase } from './database';

/** Brings the schema to this version. */
export function migrateDatabase(): Promise<number> {
  return withDatabase(async ({ ownerUrl }) => {
    if (!ownerUrl) throw new Error('Set DATABASE_OWNER_URL: only the owner changes the schema');
    const steps = await migrate(ownerUrl);
    say(steps.length > 0 ? `Brought up to date: ${steps.join(', ')}` : 'The database is up to date');
    return 0;
  });
}

/** Lets an organisation take part that has signed the sharing agreement. */
export function welcome(code: string, options: { name?: string; sector?: string; place?: string; hosts?: boolean; because?: string }): Promise<number> {
  return withDatabase(async ({ ownerUrl }) => {
    const how = await asOwner(ownerUrl, (owner) => asKeeper(owner, () => welcomeOrganisation(owner, { code, ...options })));
    say({ new: `${code} takes part`, known: `${code} was known from a register and takes part now`, already: `${code} takes part already`, resumed: `${code} goes on: its agreement is suspended no longer` }[how]);
    return 0;
  });
}

/** The first sign-in of an organisation: a link that its administrator opens once. */
export function createAdministrator(email: string, { organisation, name }: { organisation: string; name?: string }): Promise<number> {
  return withDatabase(async ({ ownerUrl }) => {
    const { link } = await asOwner(ownerUrl, (owner) => createFirstAdministrator(owner, email, organisation, name));
    say(`Send this to ${email}. It works once, within 7 days, at the address of your OneStory:`);
    say(link);
    return 0;
  });
}

/** Reads the whole chain of seals again; 1 and the names of those that do not hold when somebody changed the audit. */
export function verifySeals(): Promise<number> {
  return withDatabase(async ({ clockUrl }) => {
    if (!clockUrl) throw new Error('Set DATABASE_CLOCK_URL: the audit is read as the role that seals it');
    const clock = new Client({ connectionString: clockUrl, options: '-c search_path=onestory,public' });
    await clock.connect();
    try {
      const { events, seals, unsealed, faults } = await verifyAudit(clock, await lastHead(join(process.env['DATA_DIR'] || '.data', 'audit-head')));
      for (const fault of faults) tell(`The audit has been changed: ${fault}`);
      say(`${events} events under ${seals} seals${faults.length === 0 ? ', all as they were written' : ''}; ${unsealed} not sealed yet`);
      return faults.length === 0 ? 0 : 1;
    } finally {
      await clock.end();
    }
  });
}

const MOST_PERSONS = 10_000_000;

/** An invented place of so many persons, to measure with. */
async function seedLargePlace(wanted: string): Promise<number> {
  const persons = Number(wanted);
  if (!/^\d+$/.test(wanted) || persons < 1 || persons > MOST_PERSONS) throw new Error(`--persons is a whole number from 1 to ${MOST_PERSONS.toLocaleString('en-GB')}`);
  if (process.env['NODE_ENV'] === 'production') throw new Error('Invented people do not go into a database that is in production');
  return withDatabase(async ({ ownerUrl }) => {
    const progress = new Progress('Inventing persons', persons);
    const { rows, seconds } = await loadLargePlace(ownerUrl, { persons, password: PASSWORD, today: localDay(new Date()), onProgress: (more) => progress.advance(more) });
    progress.finish();
    say(`${persons.toLocaleString('en-GB')} persons (${rows.toLocaleString('en-GB')} rows, every key checked) in ${seconds.toFixed(1)} s: ${Math.round(persons / seconds).toLocaleString('en-GB')} persons a second`);
    for (const email of SIGN_IN) say(`  ${email}`);
    say(`  Their password: ${PASSWORD}`);
    return 0;
  });
}

/** The demonstration place, or one of so many invented persons, into an empty database. */
export function seed(options: { persons?: string } = {}): Promise<number> {
  if (options.persons !== undefined) return seedLargePlace(options.persons);
  return withDatabase(async (database) => {
    const { accounts, password } = await loadDemonstration(database, { log: say });
    if (accounts.length === 0) say('There are organisations here already, so nothing was added');
    for (const { email, who } of accounts) say(`  ${email.padEnd(28)} ${who}`);
    if (accounts.length > 0) say(`  Everybody's password: ${password}`);
    return 0;
  });
}

/** A data protection impact assessment, as far as the running system can write it. */
export function draftImpactAssessment(): Promise<number> {
  return withDatabase(async ({ ownerUrl }) => {
    const facts = await asOwner(ownerUrl, (owner) => asKeeper(owner, () => readFacts(owner)));
    say(draftAssessment(facts, { today: localDay(new Date()), sendsMail: Boolean(process.env['SMTP_URL']) }));
    return 0;
  });
}

/** For a server that is not given the owner's connection. A secret: whoever has it and the app role's password can be anybody. */
export function printContextKey(): Promise<number> {
  return withDatabase(({ ownerUrl }) => asOwner(ownerUrl, async (owner) => {
    say((await contextKeyOf(owner)).toString('hex'));
    return 0;
  }));
}
