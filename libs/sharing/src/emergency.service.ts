import { Injectable } from '@nestjs/common';
import { currentContext, Forbidden, Invalid, newId, NotFound, TooMany } from '@app/kernel';
import { mayKnowNhsNumbers } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { EmergencyOpening } from './emergency-opening.entity';
import type { OpenInEmergency, ReviewEmergency } from './emergency.commands';
import { EmergencyQueries, type OpeningRow } from './emergency.queries';

/** A record that is open now. */
export interface Opened {
  readonly id: string;
  readonly personId: string;
}

/** An opening as those read it who may know of it; `person` null where they may not know whose record it was. */
export interface OneOpening extends OpeningRow {
  readonly person: { readonly name: string; readonly opens: boolean } | null;
  /** whether it waits for the caller */
  readonly mayReview: boolean;
}

const HOUR_SECONDS = 3600;
const WHO_MAY = 'In your organisation not everybody opens records in an emergency. Ring whoever has that right, or the person’s key worker';

/** Opening a record in an emergency, and looking at it afterwards. */
@Injectable()
export class EmergencyOpenings {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly queries: EmergencyQueries,
  ) {}

  mayOpen(): Promise<boolean> {
    return this.transactions.run(() => this.queries.mayOpen());
  }

  /** @throws Forbidden */
  async demandMayOpen(): Promise<void> {
    if (!(await this.mayOpen())) throw new Forbidden('action.forbidden', WHO_MAY);
  }

  /**
   * Opens the record of whom these details fit, for that long, to the caller alone; those who look after access and the key worker are told.
   * Null when nobody is opened: nobody fits, two do, or the one who does may not be opened. It is the same answer after the same statements, and must be
   * returned and not thrown, because what is written of a stopped try has to stay.
   * @throws Forbidden for who may not at all; Invalid when the details are not enough; TooMany after ten tries within an hour
   */
  async open(command: OpenInEmergency): Promise<Opened | null> {
    checkDetails(command);
    const { actor } = currentContext();
    if (!(await this.queries.tryOnce(actor.userId))) {
      throw new TooMany(HOUR_SECONDS, 'You have tried ten times within an hour. Ring the person’s key worker, or somebody in your organisation who may open records in an emergency', { action: 'open-in-emergency', subject: 'Person' });
    }
    return this.transactions.run(async () => {
      await this.demandMayOpen();
      const id = newId();
      const personId = await this.queries.open(id, command);
      this.records.audit({ action: 'open-in-emergency', subject: 'Person', ...(personId ? { personId } : { outcome: 'refused' }) });
      if (!personId) return null;
      this.transactions.forgetAccess(personId);
      this.records.news('emergency.opened', Object.assign(new EmergencyOpening(), { id, personId }), { emergency: true });
      return { id, personId };
    });
  }

  /** Those to review and those reviewed lately, as far as the caller may know of them. */
  queue(): Promise<{ toReview: OpeningRow[]; reviewed: OpeningRow[] }> {
    return this.transactions.run(async () => {
      const [toReview, reviewed] = [await this.queries.list('to_review'), await this.queries.list('reviewed')];
      const personIds = [...new Set([...toReview, ...reviewed].map(({ opening }) => opening.personId))];
      if (personIds.length > 0) this.records.audit({ action: 'list', subject: 'EmergencyOpening', personIds });
      return { toReview, reviewed };
    });
  }

  /** How many wait for the caller, who looks after access, and since when; null for everybody else. */
  async waiting(): Promise<{ count: number; since: Date | null } | null> {
    const { actor } = currentContext();
    return actor.roles.includes('ig_lead') ? this.transactions.run(() => this.queries.waiting(actor.userId)) : null;
  }

  /** @throws NotFound */
  one(id: string): Promise<OneOpening> {
    return this.transactions.run(async () => {
      const row = await this.queries.one(id);
      if (!row) throw new NotFound('EmergencyOpening', id);
      const { personId, userId, state } = row.opening;
      this.records.audit({ action: 'read', subject: 'EmergencyOpening', personId, subjectIds: [id] });
      const { actor } = currentContext();
      return { ...row, person: await this.queries.nameOf(personId), mayReview: state === 'to_review' && userId !== actor.userId && actor.roles.includes('ig_lead') };
    });
  }

  /**
   * Says what was found. Who opened it and the key worker are told.
   * @throws NotFound, Forbidden for one's own, Conflict `emergency.state` when it was reviewed before, StaleVersion, Invalid
   */
  review(id: string, version: number, { outcome, words }: ReviewEmergency): Promise<EmergencyOpening> {
    return this.transactions.run(async () => {
      const row = await this.queries.one(id);
      if (!row) throw new NotFound('EmergencyOpening', id);
      const { opening } = row;
      const { actor } = currentContext();
      if (opening.userId === actor.userId) throw new Forbidden('action.forbidden', 'Somebody else reviews what you opened');
      if (outcome !== 'justified' && !words) throw Invalid.field('/words', 'reason.required', 'Enter what you found out');
      const changes = opening.reviewed(outcome, words ?? null, actor, new Date());
      const reviewed = await this.records.change(EmergencyOpening, { personId: opening.personId, id }, version, changes, 'review');
      this.records.news('emergency.reviewed', reviewed, { workers: opening.told, ...(opening.stopped ? {} : { users: [opening.userId] }) });
      return reviewed;
    });
  }

  /** Whether every practitioner of the caller's organisation may open records in an emergency. */
  practitionersMay(): Promise<boolean> {
    return this.transactions.run(() => this.queries.practitionersMay());
  }

  letPractitioners(yes: boolean): Promise<void> {
    return this.transactions.run(async () => {
      await this.queries.letPractitioners(yes);
      this.records.audit({ action: 'change', subject: 'EmergencySetting', detail: { everybody: yes } });
    });
  }
}

/** A number, or all three of the others: whoever knows only a name finds nobody in this way. */
function checkDetails({ nhsNumber, family, birthDate, postcode }: OpenInEmergency): void {
  const numbers = mayKnowNhsNumbers();
  if (nhsNumber && !numbers) throw new Forbidden('field.forbidden', 'NHS numbers are for health and social care. Give family name, date of birth and postcode');
  if (nhsNumber) return;
  if (numbers && !family && !birthDate && !postcode) throw Invalid.field('/nhsNumber', 'required', 'Enter the NHS number, or the family name, date of birth and postcode');
  const faults = [
    family ? null : { pointer: '/family', code: 'required', message: 'Enter the family name' },
    birthDate ? null : { pointer: '/birthDate', code: 'required', message: 'Enter the date of birth' },
    postcode ? null : { pointer: '/postcode', code: 'required', message: 'Enter the postcode' },
  ].filter((fault) => fault !== null);
  if (faults.length > 0) throw new Invalid(faults);
}
