import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { CarePlansQueries, WhoDoesWhatQueries, type CarePlan, type WhoDoesWhat } from '@app/care-plans';
import { CareTeamsQueries, type CircleMember } from '@app/care-teams';
import { NotFound, ZONE } from '@app/kernel';
import { KeyWorkersQueries, type KeyWorker } from '@app/key-workers';
import { AboutMe, fullName, PersonsService, type Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { SharingQueries } from '@app/sharing';
import { TimelineQueries, type TimelineEntry, type TimelineMark } from './timeline.queries';

/** Whom to ring at this hour, in words that do not promise more than is true. */
export interface RingNow {
  name: string;
  phone: string | null;
  open: boolean;
}

export interface MyPage {
  person: Person;
  as: 'own' | 'carer';
  categories: string[];
  keyWorker: KeyWorker | null;
  ringNow: RingNow;
  team: CircleMember[];
  /** what the person wants everyone to know */
  aboutMe: AboutMe[];
  /** what of the plan they may see */
  plan: CarePlan;
  /** who sees to what of it */
  doing: WhoDoesWhat;
  timeline: TimelineEntry[];
}

/** Somebody whose page the caller may open: themselves, or who agreed to it. */
export interface MyPerson {
  personId: string;
  name: string;
  as: 'own' | 'carer';
}

@Injectable()
export class MyTeam {
  constructor(
    private readonly persons: PersonsService,
    private readonly keyWorkers: KeyWorkersQueries,
    private readonly circle: CareTeamsQueries,
    private readonly plans: CarePlansQueries,
    private readonly doing: WhoDoesWhatQueries,
  ) {}

  person(personId: string): Promise<Person> {
    return this.persons.find(personId);
  }

  async of(personId: string, now: Date, how: 'read' | 'print'): Promise<Pick<MyPage, 'person' | 'keyWorker' | 'ringNow' | 'team' | 'plan' | 'doing'>> {
    const keyWorker = await this.keyWorkers.leadOf(personId);
    const plan = await this.plans.current(personId, how);
    return { person: await this.persons.find(personId), keyWorker, ringNow: whomToRing(keyWorker, now), team: await this.circle.circle(personId), plan, doing: await this.doing.from(personId, plan) };
  }
}

/** The thin page of a person or a family carer: read only, what is theirs to see. */
@Injectable()
export class MyPageQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly sharing: SharingQueries,
    private readonly team: MyTeam,
    private readonly timelines: TimelineQueries,
  ) {}

  /** How many people the caller may choose from. */
  async choices(): Promise<number> {
    return new Set((await this.transactions.run(() => this.sharing.myPeople())).map(({ personId }) => personId)).size;
  }

  /** Themselves first. */
  async people(): Promise<MyPerson[]> {
    return this.transactions.run(async () => {
      const people: MyPerson[] = [];
      for (const { personId, basis } of await this.sharing.myPeople()) {
        if (!people.some((known) => known.personId === personId)) people.push({ personId, name: fullName(await this.team.person(personId)), as: basis as MyPerson['as'] });
      }
      this.records.audit({ action: 'list', subject: 'MyPage', personIds: people.map(({ personId }) => personId) });
      return people;
    });
  }

  /** The caller themselves, for what nobody does in their place. @throws NotFound for a family carer too */
  async themself(personId: string): Promise<Person> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      this.records.audit({ action: 'read', subject: 'MyPage', personId });
      return this.team.person(personId);
    });
  }

  /** The page of the one person whom the caller may open; `personId` chooses when a carer looks after several. `after` is the last entry of the page before. */
  async page(personId: string | null, now: Date, limit = 20, after: TimelineMark | null = null, how: 'read' | 'print' = 'read'): Promise<MyPage> {
    return this.transactions.run(async () => {
      const people = await this.sharing.myPeople();
      const mine = personId ? people.find((one) => one.personId === personId) : people[0];
      if (!mine) throw new NotFound('Person', undefined, personId ?? undefined);
      this.records.audit({ action: 'read', subject: 'MyPage', personId: mine.personId });
      return {
        aboutMe: await (await this.records.readable(AboutMe, 'a')).andWhere(`a.personId = :personId and a.state = 'said'`, { personId: mine.personId }).orderBy('a.createdAt').getMany(),
        as: mine.basis as 'own' | 'carer',
        categories: mine.categories,
        ...(await this.team.of(mine.personId, now, how)),
        timeline: await this.timelines.page(mine.personId, limit, after),
      };
    });
  }
}

/** The key worker in their hours; else who answers out of hours; else NHS 111. Never a number that nobody picks up. */
export function whomToRing(keyWorker: KeyWorker | null, now: Date): RingNow {
  const nobody = { name: 'NHS 111, day and night', phone: '111', open: true };
  if (!keyWorker) return nobody;
  const local = DateTime.fromJSDate(now, { zone: ZONE });
  const clock = local.toFormat('HH:mm');
  const hours = keyWorker.hours.length ? keyWorker.hours : [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];
  const open = hours.some((span) => span.days.includes(local.weekday) && span.from <= clock && clock < span.to);
  // Away: whoever stands in is the one who picks up.
  if (open && keyWorker.cover?.phone) return { name: `${keyWorker.cover.name}, for ${keyWorker.name}`, phone: keyWorker.cover.phone, open: true };
  if (open && keyWorker.phone) return { name: keyWorker.name, phone: keyWorker.phone, open: true };
  if (keyWorker.outOfHoursPhone) return { name: `${keyWorker.organisation}, out of hours`, phone: keyWorker.outOfHoursPhone, open: true };
  return nobody;
}
