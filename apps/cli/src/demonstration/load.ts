import type { Client } from 'pg';
import { hashPassword } from '@app/identity';
import { contextKeyOf } from '@app/records';
import { allocate } from './apply/allocation';
import { Calendar } from './apply/calendar';
import { furnish } from './apply/directory';
import { refer } from './apply/referrals';
import { conclude, gather, lead, restrict } from './apply/circle';
import { Place } from './apply/place';
import { plan } from './apply/planning';
import { learnNumber, register } from './apply/registration';
import { Story } from './apply/story';
import { acquaint, agree, recount } from './apply/telling';
import { huddle } from './apply/huddling';
import { planReviews } from './apply/reviewing';
import { thisMorning } from './apply/this-morning';
import { asKeeper, asOwner } from '../owner';
import { Verbs } from '../verbs';
import { accounts, PASSWORD, type DemonstrationAccount } from './accounts';
import { begin, finish } from './building';
import { generatePeople } from './generated';
import { theTwelve } from './people';
import type { DemonstrationPerson } from './types';

const NEIGHBOURS = 288;
const SEED = 1871;
const AT_ONCE = 4;
const LONG_AGO_DAYS = 800;

/**
 * Fills an empty database with the demonstration place: the organisations and their staff by the owner, everything about
 * people by the ordinary verbs in the name of whoever did it. Does nothing where an organisation exists; what was interrupted is
 * cleared away and built again.
 * @returns the accounts to try the product with and their one password; no accounts when nothing was done
 * @throws Error in production, without the owner's URL, and where somebody else moved into what was interrupted
 */
export async function loadDemonstration(
  database: { appUrl: string; ownerUrl?: string | undefined },
  options: { log: (line: string) => void; now?: Date; people?: readonly DemonstrationPerson[] },
): Promise<{ password: string; accounts: readonly DemonstrationAccount[] }> {
  if (process.env['NODE_ENV'] === 'production') throw new Error('The demonstration place is never loaded in production: its passwords are known to everybody');
  return asOwner(database.ownerUrl, async (owner) => {
    if (!(await begin(owner, options.log))) return { password: PASSWORD, accounts: [] };
    await settle(owner, { appUrl: database.appUrl, contextKey: await contextKeyOf(owner) }, options);
    await finish(owner);
    return { password: PASSWORD, accounts: accounts() };
  });
}

async function settle(
  owner: Client, settings: { appUrl: string; contextKey: Buffer }, { log, now = new Date(), people = everybody() }: Parameters<typeof loadDemonstration>[1],
): Promise<void> {
  const calendar = new Calendar(now);
  const place = new Place(people);
  log(`Building ${place.name}, a place that does not exist…`);
  await place.establish(owner, people, await hashPassword(PASSWORD), calendar.moment(LONG_AGO_DAYS));
  const verbs = await Verbs.over({ ...settings, poolSize: AT_ONCE }, { purpose: 'direct-care', source: 'system' });
  try {
    const services = await furnish(place, calendar, verbs);
    const stories = people.map((person) => new Story(person, place, calendar, verbs));
    await tellAll(stories, (told) => log(`  ${told} of ${people.length} people`));
    await allocate(stories);
    await refer(stories, services);
    await supersede(owner, people);
    await huddle(stories, place, calendar, verbs, owner);
    await tellToday(stories, settings, now);
  } finally {
    await verbs.close();
  }
}

/** What was loaded until now is history, and no news to anybody. */
async function tellToday(stories: readonly Story[], settings: { appUrl: string; contextKey: Buffer }, now: Date): Promise<void> {
  const verbs = await Verbs.over({ ...settings, poolSize: 1 }, { purpose: 'direct-care', source: 'ui' });
  try {
    await thisMorning(stories, verbs, now);
    await planReviews(stories, verbs);
  } finally {
    await verbs.close();
  }
}

/** The twelve who are written by hand, and their neighbours. */
export const everybody = (): DemonstrationPerson[] => [...theTwelve, ...generatePeople(NEIGHBOURS, SEED)];

async function tellAll(stories: readonly Story[], progress: (told: number) => void): Promise<void> {
  const waiting = [...stories];
  let told = 0;
  const teller = async (): Promise<void> => {
    for (let story = waiting.shift(); story; story = waiting.shift()) {
      await tell(story);
      told += 1;
      if (told % 100 === 0 || told === stories.length) progress(told);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, teller));
}

async function tell(story: Story): Promise<void> {
  try {
    await register(story);
    const ended = await gather(story);
    await lead(story);
    await acquaint(story);
    await plan(story);
    await recount(story);
    await agree(story);
    await conclude(story, ended);
    await restrict(story);
    await learnNumber(story);
  } catch (error) {
    throw new Error(`The story of ${story.data.key} could not be told: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Numbers of an earlier identity: held so that nobody else is given them, never shown. */
async function supersede(owner: Client, people: readonly DemonstrationPerson[]): Promise<void> {
  await asKeeper(owner, async () => {
    for (const { nhsNumber, supersededNhsNumber } of people) {
      if (!supersededNhsNumber) continue;
      await owner.query(
        `insert into onestory.nhs_number_holder (nhs_number, person_id, state) select $1, person_id, 'superseded' from onestory.nhs_number_holder where nhs_number = $2`,
        [supersededNhsNumber, nhsNumber],
      );
    }
  });
}
