import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, NotFound, StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { AccessPack, AccessPart, AccessStatus, AskedOfUs, HeldThing } from './subject-access';
import type { DecideItems, ExtendClock, PauseClock, RecordAccessRequest, ReleasePart } from './subject-access.commands';

const SUBJECT = 'SubjectAccess';
const PART = `id, person_id as "personId", name, birth_date::text as "birthDate", request_id as "requestId", asked_on::text as "askedOn", how, words, whole, spoke_alone as "spokeAlone", present, recorded_by as "recordedBy",
  coordinator, coordinates, discreet, state, due_on::text as "dueOn", extended_because as "extendedBecause", paused_on::text as "pausedOn", paused_for as "pausedFor", paused_days as "pausedDays",
  released_at as "releasedAt", released_by as "releasedBy", on_own_page as "onOwnPage", version`;

type Move = 'pause' | 'resume' | 'extend' | 'release';

/** Somebody asks for a copy of what is held about them (UK GDPR, article 15): each organisation looks through its own and gives its own; see the migration. */
@Injectable()
export class SubjectAccess {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** As they said it, by telephone or on paper too. @throws NotFound for a person whom the caller neither works with nor looks after */
  record(personId: string, { askedOn, how, whom, words, spokeAlone, present }: RecordAccessRequest): Promise<AskedOfUs[]> {
    return this.transactions.run(async () => {
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ id: string | null }>('select ask_subject_access($1, $2, $3, $4, $5, $6, $7) as id', [personId, askedOn, how, words ?? null, whom === 'everybody', spokeAlone === 'yes', present ?? null]);
      if (!row?.id) throw new NotFound(SUBJECT, undefined, personId);
      this.records.audit({ action: 'create', subject: SUBJECT, personId, subjectIds: [row.id] });
      await this.transactions.remindTold();
      return this.ofUs(personId);
    });
  }

  /** What was asked of the caller's own organisation. */
  askedOfUs(personId: string): Promise<AskedOfUs[]> {
    return this.transactions.run(async () => {
      this.records.audit({ action: 'read', subject: SUBJECT, personId });
      return this.ofUs(personId);
    });
  }

  /** What was asked of the lead's organisation: what is open first, the first due on top. */
  list(): Promise<AccessPart[]> {
    return this.transactions.run(async () => {
      const parts = await this.transactions.query<AccessPart>(`select ${PART} from subject_access_parts()`);
      if (parts.length > 0) this.records.audit({ action: 'list', subject: SUBJECT, personIds: [...new Set(parts.map(({ personId }) => personId))] });
      return parts;
    });
  }

  /** @throws NotFound */
  part(id: string): Promise<AccessPart> {
    return this.transactions.run(async () => {
      const [part] = await this.transactions.query<AccessPart>(`select ${PART} from subject_access_parts() where id = $1`, [id]);
      if (!part) throw new NotFound(SUBJECT, id);
      this.records.audit({ action: 'read', subject: SUBJECT, personId: part.personId, subjectIds: [id] });
      return part;
    });
  }

  /** How far each organisation is, for who coordinates; nothing of what it holds. */
  statuses(id: string): Promise<AccessStatus[]> {
    return this.transactions.query<AccessStatus>('select organisation, state, due_on::text as "dueOn", paused, released_at as "releasedAt" from subject_access_status($1)', [id]);
  }

  /** What the lead's organisation holds, the earliest first. None once it is released. */
  things(id: string): Promise<HeldThing[]> {
    return this.transactions.query<HeldThing>('select kind, id, version, at, written_by as "writtenBy", body, given, passages, release, reason, tested_by as "testedBy", decided_by as "decidedBy" from subject_access_things($1)', [id]);
  }

  /** @throws NotFound; Invalid without a reason, or where nobody tested that it would do harm; Conflict `subjectAccess.changed` where it is not what was read */
  decide(id: string, { items, seen, decision, reason, testedBy }: DecideItems): Promise<void> {
    return this.transactions.run(async () => {
      const part = await this.part(id);
      const withheld = decision === 'withhold';
      if (withheld && !reason) throw Invalid.field('/reason', 'required', 'Choose why they are not given');
      if (withheld && reason === 'serious_harm' && !testedBy) throw Invalid.field('/testedBy', 'required', 'Enter the health professional who tested that it would do serious harm');
      const things = await this.things(id);
      const versions = items.map((item) => things.find((thing) => thing.id === item)?.version ?? null);
      this.transactions.wrote();
      const [row] = seenOf(things) === seen
        ? await this.transactions.query<{ done: number }>('select decide_subject_access($1, $2, $3, $4, $5, $6) as done', [id, items, versions, !withheld, withheld ? reason : null, withheld && reason === 'serious_harm' ? testedBy : null])
        : [];
      if (row?.done !== items.length) throw new Conflict('subjectAccess.changed', part.state === 'released' ? 'This was released meanwhile' : 'Something of it was changed meanwhile. Look at it again');
      this.records.audit({ action: 'decide', subject: SUBJECT, personId: part.personId, subjectIds: [id], detail: { decision, items: items.length } });
    });
  }

  pause(id: string, version: number, { waitsFor }: PauseClock): Promise<AccessPart> {
    return this.move(id, version, 'pause', waitsFor);
  }

  resume(id: string, version: number): Promise<AccessPart> {
    return this.move(id, version, 'resume');
  }

  extend(id: string, version: number, { because }: ExtendClock): Promise<AccessPart> {
    return this.move(id, version, 'extend', because);
  }

  /** @throws Conflict `subjectAccess.undecided` while an item waits for its decision */
  release(id: string, version: number, { onOwnPage }: ReleasePart): Promise<AccessPart> {
    return this.move(id, version, 'release', null, onOwnPage);
  }

  /** What was released, for whoever gives it to the person; stands in the audit as taken away. @throws NotFound */
  pack(id: string): Promise<AccessPack> {
    return this.transactions.run(async () => {
      const [pack] = await this.transactions.query<AccessPack>(
        'select person_id as "personId", name, birth_date::text as "birthDate", organisation, asked_on::text as "askedOn", released_at as "releasedAt", released_by as "releasedBy", pack from subject_access_pack($1)', [id],
      );
      if (!pack) throw new NotFound(SUBJECT, id);
      this.records.audit({ action: 'export', subject: SUBJECT, personId: pack.personId, subjectIds: [id] });
      return pack;
    });
  }

  private ofUs(personId: string): Promise<AskedOfUs[]> {
    return this.transactions.query<AskedOfUs>('select id, asked_on::text as "askedOn", how, state, due_on::text as "dueOn", released_at as "releasedAt" from subject_access_asked($1)', [personId]);
  }

  private move(id: string, version: number, what: Move, why: string | null = null, onOwnPage = false): Promise<AccessPart> {
    return this.transactions.run(async () => {
      const before = await this.part(id);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ done: string }>('select move_subject_access($1, $2, $3, $4, $5) as done', [id, version, what, why, onOwnPage]);
      if (row?.done === 'stale') throw new StaleVersion(before);
      if (row?.done === 'undecided') throw new Conflict('subjectAccess.undecided', 'Decide first what becomes of each item');
      if (row?.done !== 'done') throw new Conflict('subjectAccess.state', before.state === 'released' ? 'This was released already' : what === 'release' ? 'The clock stands. Let it go on first' : 'This has been done already');
      this.records.audit({ action: 'decide', subject: SUBJECT, personId: before.personId, subjectIds: [id], detail: { what } });
      return this.part(id);
    });
  }
}

/** What somebody has read: another one where an item was added, changed or left, or where other words of it are hidden. */
export const seenOf = (things: readonly HeldThing[]): string => createHash('sha256').update(things.map(({ id, version, passages }) => [id, version, ...passages.map((one) => one.id)].join(':')).sort().join()).digest('hex').slice(0, 32);
