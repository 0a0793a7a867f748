import type { Incident } from '@app/oversight';

/** An incident, as JSON has it for the lead. */
export interface IncidentItem {
  readonly id: string;
  readonly kind: Incident['kind'];
  readonly at: Date;
  readonly person: { readonly id: string; readonly name: string; readonly birthDate: string | null } | null;
  readonly reportedBy: string | null;
  readonly readers: Incident['readers'];
  readonly caused: boolean;
  readonly reportBy: Date;
  readonly outcome: {
    readonly done: string; readonly told: boolean; readonly notToldBecause: string | null; readonly reportable: boolean; readonly because: string; readonly reportedOn: string | null; readonly closedAt: Date; readonly closedBy: string;
  } | null;
}

export const incidentItem = ({ id, kind, at, personId, name, birthDate, reportedBy, readers, caused, reportBy, done, notToldBecause, reportable, reportableBecause, reportedOn, closedAt, closedBy }: Incident): IncidentItem => ({
  id, kind, at, person: personId && name ? { id: personId, name, birthDate } : null, reportedBy, readers, caused, reportBy,
  outcome: done && closedAt && closedBy ? { done, told: notToldBecause === null, notToldBecause, reportable: reportable ?? false, because: reportableBecause ?? '', reportedOn, closedAt, closedBy } : null,
});
