import { setImmediate } from 'node:timers/promises';
import type { Client } from 'pg';
import { hashPassword } from '@app/identity';
import { asOwner } from '../owner';
import { analyse, FROZEN, whileBare } from './bare-tables';
import { Copies } from './copies';
import { Days, idOf, KIND } from './dice';
import { writeCoordination } from './coordination';
import { writeLife } from './lives';
import { namesOfAll, Residents } from './residents';
import { Sounds, writeStanding } from './standing';
import { Town } from './town';

const AT_ONCE = 5000;
/** After how many persons what was sent may go on its way. */
const BREATH = 25;

export interface LargePlaceOptions {
  readonly persons: number;
  /** of those who can sign in: {@link SIGN_IN} */
  readonly password: string;
  /** the local calendar day from which everything is counted back, e.g. `2026-11-22` */
  readonly today: string;
  /** told how many more persons are in */
  readonly onProgress?: (persons: number) => void;
}

/** Whose addresses have the password: a key worker of the council, a nurse, a worker of a charity, the manager of the joint team. */
export const SIGN_IN = ['first1@large.test', 'first2@large.test', 'first39@large.test', 'manager@large.test'] as const;

/**
 * Fills an empty, migrated database with an invented place of so many persons by COPY, as the owner role, whole or not at all. The same number and day give the
 * same rows.
 * @throws Error where somebody lives in the database already
 */
export async function loadLargePlace(ownerUrl: string | undefined, options: LargePlaceOptions): Promise<{ rows: number; seconds: number }> {
  const began = performance.now();
  const rows = await asOwner(ownerUrl, async (owner) => {
    await owner.query(`begin; set local search_path = onestory, public; set local maintenance_work_mem = '256MB'; set local work_mem = '64MB'; set local synchronous_commit = off; set local jit = off`);
    try {
      const { rows: [found] } = await owner.query<{ inhabited: boolean }>('select exists (select 1 from organisation) as inhabited');
      if (found?.inhabited) throw new Error('There are organisations here already: a large place goes into an empty database only');
      const copied = await whileBare(owner, () => fill(owner, options));
      await owner.query('commit');
      return copied;
    } catch (error) {
      await owner.query('rollback').catch(() => undefined);
      throw error;
    }
  });
  await analyse(ownerUrl);
  return { rows, seconds: (performance.now() - began) / 1000 };
}

async function fill(owner: Client, { persons, password, today, onProgress }: LargePlaceOptions): Promise<number> {
  const copies = await Copies.into(owner);
  const days = new Days(today);
  const town = new Town(persons);
  const sounds = await Sounds.learn(owner, namesOfAll());
  const residents = new Residents(town);
  town.write(copies, days);
  const hash = await hashPassword(password);
  for (const worker of town.workers.filter((one) => SIGN_IN.some((email) => email === town.emailOf(one)))) copies.add('credential', 'user_id, password_hash', idOf(KIND.user, worker.n), hash);
  let sent = Promise.resolve();
  for (let i = 1; i <= persons; i++) {
    const one = residents.next(i);
    writeStanding(copies, days, sounds, one);
    writeLife(copies, days, one);
    writeCoordination(copies, days, one);
    if (i % BREATH === 0) await setImmediate();
    if (i % AT_ONCE > 0 && i < persons) continue;
    // The database takes these in while the next are being made.
    await sent;
    sent = copies.send(owner, FROZEN);
    sent.catch(() => undefined);
    onProgress?.(i % AT_ONCE || AT_ONCE);
  }
  await sent;
  return copies.rows;
}
