import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, localDay, NotFound, StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { Complaint, ComplaintOrganisation, MyComplaint } from './complaint';
import type { AnswerComplaint, MakeComplaint, RecordComplaint } from './complaint.commands';

const SUBJECT = 'DataComplaint';
const COMPLAINT = `id, person_id as "personId", name, birth_date::text as "birthDate", made_on::text as "madeOn", how, words, about, spoke_alone as "spokeAlone", present, recorded_by as "recordedBy", state,
  acknowledge_by::text as "acknowledgeBy", acknowledged_on::text as "acknowledgedOn", acknowledged_by as "acknowledgedBy", answer, answered_on::text as "answeredOn", answered_by as "answeredBy", version`;

/** Complaints about what became of somebody's information (Data Protection Act 2018, section 164A); see the migration. */
@Injectable()
export class Complaints {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** About whom the caller can write one down. */
  organisations(personId: string): Promise<ComplaintOrganisation[]> {
    return this.transactions.run(() => {
      this.records.audit({ action: 'read', subject: SUBJECT, personId });
      return this.transactions.query<ComplaintOrganisation>('select id, name from complaint_organisations($1)', [personId]);
    });
  }

  /** As they said it. @throws NotFound for a person with whom the caller does not work; Invalid; Conflict `complaint.nobody` */
  record(personId: string, command: RecordComplaint): Promise<void> {
    return this.made(personId, command, command.madeOn, command.how);
  }

  /** On one's own page. @throws as `record`, and NotFound for everybody else */
  make(personId: string, command: MakeComplaint): Promise<void> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      await this.made(personId, command, localDay(new Date()), 'online');
    });
  }

  /** @throws NotFound for everybody but the person */
  mine(personId: string): Promise<MyComplaint[]> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      this.records.audit({ action: 'read', subject: SUBJECT, personId });
      return this.transactions.query<MyComplaint>(
        'select id, organisation, made_on::text as "madeOn", words, state, acknowledge_by::text as "acknowledgeBy", acknowledged_on::text as "acknowledgedOn", answer, answered_on::text as "answeredOn" from my_complaints($1)', [personId],
      );
    });
  }

  /** For the lead of the organisation complained about, and never for whom it is about: what is open first. */
  list(): Promise<Complaint[]> {
    return this.transactions.run(async () => {
      const complaints = await this.transactions.query<Complaint>(`select ${COMPLAINT} from data_complaints()`);
      if (complaints.length > 0) this.records.audit({ action: 'list', subject: SUBJECT, personIds: [...new Set(complaints.map(({ personId }) => personId))] });
      return complaints;
    });
  }

  /** @throws NotFound */
  one(id: string): Promise<Complaint> {
    return this.transactions.run(async () => {
      const [complaint] = await this.transactions.query<Complaint>(`select ${COMPLAINT} from data_complaints() where id = $1`, [id]);
      if (!complaint) throw new NotFound(SUBJECT, id);
      this.records.audit({ action: 'read', subject: SUBJECT, personId: complaint.personId, subjectIds: [id] });
      return complaint;
    });
  }

  acknowledge(id: string, version: number): Promise<Complaint> {
    return this.move(id, version, 'acknowledged', null);
  }

  answer(id: string, version: number, { outcome, answer }: AnswerComplaint): Promise<Complaint> {
    return this.move(id, version, outcome, answer);
  }

  private made(personId: string, { organisationId, words, about, spokeAlone, present }: MakeComplaint | RecordComplaint, madeOn: string, how: string): Promise<void> {
    return this.transactions.run(async () => {
      const offered = await this.organisations(personId);
      if (offered.length === 0) throw new NotFound(SUBJECT, undefined, personId);
      if (!offered.some(({ id }) => id === organisationId)) throw Invalid.field('/organisationId', 'choice', 'Choose the organisation from the list');
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ made: string | null }>('select make_complaint($1, $2, $3, $4, $5, $6, $7, $8) as made', [personId, organisationId, madeOn, how, words, about ?? null, spokeAlone === 'yes', present ?? null]);
      if (!row?.made) throw new NotFound(SUBJECT, undefined, personId);
      if (row.made === 'nobody') throw new Conflict('complaint.nobody', 'Nobody there can look at it here. Write to them, or complain to the Information Commissioner: ico.org.uk, 0303 123 1113');
      this.records.audit({ action: 'create', subject: SUBJECT, personId, subjectIds: [row.made] });
      await this.transactions.remindTold();
    });
  }

  private move(id: string, version: number, to: string, words: string | null): Promise<Complaint> {
    return this.transactions.run(async () => {
      const before = await this.one(id);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ done: string }>('select move_complaint($1, $2, $3, $4) as done', [id, version, to, words]);
      if (row?.done === 'stale') throw new StaleVersion(before);
      if (row?.done !== 'done') throw new Conflict('complaint.state', 'This has been done already');
      this.records.audit({ action: 'decide', subject: SUBJECT, personId: before.personId, subjectIds: [id], detail: { to } });
      return this.one(id);
    });
  }
}
