import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { Incident } from './incidents';
import type { CloseIncident } from './oversight.commands';

const SUBJECT = 'Incident';
const INCIDENT = `id, kind, at, person_id as "personId", name, birth_date::text as "birthDate", reported_by as "reportedBy", readers, caused, report_by as "reportBy", done, not_told_because as "notToldBecause", reportable,
  reportable_because as "reportableBecause", reported_on::text as "reportedOn", closed_at as "closedAt", closed_by as "closedBy"`;

/** Incidents of the lead's own organisation, until it is written down what was done; see the migration. */
@Injectable()
export class Incidents {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** What is open first, the oldest on top. */
  list(): Promise<Incident[]> {
    return this.transactions.run(async () => {
      const incidents = await this.transactions.query<Incident>(`select ${INCIDENT} from incidents_kept()`);
      const personIds = [...new Set(incidents.flatMap(({ personId }) => personId ?? []))];
      if (personIds.length > 0) this.records.audit({ action: 'list', subject: SUBJECT, personIds });
      return incidents;
    });
  }

  /** @throws NotFound */
  one(id: string): Promise<Incident> {
    return this.transactions.run(async () => {
      const [incident] = await this.transactions.query<Incident>(`select ${INCIDENT} from incidents_kept() where id = $1`, [id]);
      if (!incident) throw new NotFound(SUBJECT, id);
      this.records.audit({ action: 'read', subject: SUBJECT, ...(incident.personId && { personId: incident.personId }), subjectIds: [id] });
      return incident;
    });
  }

  /** @throws NotFound; Invalid; Conflict `incident.caused` for whoever wrote what stood wrong (domain.md I16), `incident.state` when it is closed already */
  close(id: string, { done, told, notToldBecause, reportable, reportableBecause, reportedOn }: CloseIncident): Promise<Incident> {
    return this.transactions.run(async () => {
      const { personId } = await this.one(id);
      if (told === 'no' && !notToldBecause) throw Invalid.field('/notToldBecause', 'required', 'Enter why they were not told');
      if (reportable === 'yes' && !reportedOn) throw Invalid.field('/reportedOn', 'required', 'Enter the day on which it was reported');
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ closed: string }>(
        'select close_incident($1, $2, $3, $4, $5, $6) as closed', [id, done, told === 'no' ? notToldBecause : null, reportable === 'yes', reportableBecause, reportable === 'yes' ? reportedOn : null],
      );
      if (row?.closed === 'caused') throw new Conflict('incident.caused', 'You wrote what stood with the wrong person: somebody else closes it');
      if (row?.closed !== 'done') throw new Conflict('incident.state', 'It is closed already');
      this.records.audit({ action: 'decide', subject: SUBJECT, ...(personId && { personId }), subjectIds: [id], detail: { reportable } });
      return this.one(id);
    });
  }
}
