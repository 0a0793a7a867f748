import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { PeopleRound, type ChosenReaders } from '@app/sharing';
import { Alert } from './alert.entity';
import { ContactNote } from './contact-note.entity';

export interface IncidentReport {
  id: string;
  at: Date;
  readers: { name: string; organisation: string | null }[];
}

/** A report as the information-governance lead finds it. */
export interface IncidentRow extends IncidentReport {
  /** where the note stood before */
  personId: string;
  reportedBy: string;
}

@Injectable()
export class ContactsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly round: PeopleRound,
  ) {}

  /** What stands on an item for those who were chosen to see it. @throws Invalid */
  opening(personId: string, chosen: ChosenReaders): ReturnType<PeopleRound['opening']> {
    return this.round.opening(personId, chosen);
  }

  /** May something be left for the person to read? By the rules of safe contact for what is written, also those that the caller may not know of. */
  async safeToRead(personId: string): Promise<'ok' | 'unsafe' | 'died'> {
    const [row] = await this.transactions.query<{ answers: ('ok' | 'unsafe' | 'died')[] }>(`select array[safe_to_send($1, 'email'), safe_to_send($1, 'post')] as answers`, [personId]);
    return row?.answers.find((answer) => answer !== 'ok') ?? 'ok';
  }

  /** Alerts that stand, gravest kind first. */
  async alerts(personId: string): Promise<Alert[]> {
    return this.transactions.run(async () =>
      (await this.records.readable(Alert, 'a')).andWhere(`a.personId = :personId and a.state <> 'ended'`, { personId }).orderBy('a.createdAt', 'DESC').getMany(),
    );
  }

  /** Every alert that the caller may know of, also what has ended. */
  async alertIds(personId: string): Promise<string[]> {
    return (await (await this.records.readable(Alert, 'a')).andWhere('a.personId = :personId', { personId }).getMany()).map(({ id }) => id);
  }

  /** What was written later to correct a note, oldest first. */
  async corrections(personId: string, noteId: string): Promise<ContactNote[]> {
    return this.transactions.run(async () =>
      (await this.records.readable(ContactNote, 'n')).andWhere('n.personId = :personId and n.correctsId = :noteId', { personId, noteId }).orderBy('n.createdAt', 'ASC').getMany(),
    );
  }

  /** A note and its corrections, taken away into another record. Audited as downloaded. @throws NotFound; Conflict `note.people` for one that is for people who are named alone */
  async toCopy(personId: string, noteId: string): Promise<{ note: ContactNote; corrections: ContactNote[]; organisations: ReadonlyMap<string, string> }> {
    return this.transactions.run(async () => {
      const note = await this.records.get(ContactNote, personId, noteId);
      // In another record everybody reads it who reads that.
      if (note.sealedTo) throw new Conflict('note.people', 'This note is for the people named in it alone. It does not go into another record');
      const corrections = await this.corrections(personId, noteId);
      this.records.audit({ action: 'export', subject: 'ContactNote', personId, subjectIds: [note, ...corrections].map(({ id }) => id) });
      const names = await this.transactions.query<{ id: string; name: string }>('select id, name from organisation where id = any ($1)', [[note, ...corrections].map(({ ownerOrganisationId }) => ownerOrganisationId)]);
      return { note, corrections, organisations: new Map(names.map(({ id, name }) => [id, name])) };
    });
  }

  /** The report of a note that was moved from this person: for who moved it and for their information-governance lead. @throws NotFound */
  async incident(personId: string, id: string): Promise<IncidentReport> {
    const [incident] = await this.transactions.query<IncidentReport>('select id, at, readers from incident where person_id = $1 and id = $2 and kind = \'wrong_person\'', [personId, id]);
    if (!incident) throw new NotFound('Incident', id, personId);
    return incident;
  }

  /** What was reported to the lead of the caller's organisation, newest first. */
  incidents(): Promise<IncidentRow[]> {
    return this.transactions.query<IncidentRow>(
      `select i.id, i.at, i.readers, i.person_id as "personId", u.name as "reportedBy" from incident i join user_account u on u.id = i.reported_by
        where 'ig_lead' = any ((select ctx_roles())::text[]) and i.kind = 'wrong_person' order by i.at desc limit 50`,
    );
  }

  /** Moves a note, its corrections and its times to another person; the database does it, because nobody may see it here afterwards. */
  async move(personId: string, noteId: string, otherPersonId: string): Promise<IncidentReport | null> {
    this.transactions.wrote();
    const [moved] = await this.transactions.query<{ id: string }>(`select move_note($1, $2, $3, 'internal') as id`, [personId, noteId, otherPersonId]);
    await this.transactions.remindTold();
    return moved ? this.incident(personId, moved.id) : null;
  }

  async bySource(personId: string, sourceReferences: readonly string[]): Promise<Set<string>> {
    const rows = await this.transactions.query<{ source_reference: string }>(
      `select source_reference from contact_note where person_id = $1 and source_reference = any ($2) and owner_organisation_id = (select ctx_organisation())`,
      [personId, sourceReferences],
    );
    return new Set(rows.map((row) => row.source_reference));
  }
}
