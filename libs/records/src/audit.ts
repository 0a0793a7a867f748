import type { PoolClient } from 'pg';
import type { RequestContext } from '@app/kernel';

export interface AuditEvent {
  /** what was done: `read`, `list`, `search`, `create`, `change`, `sign-in`, … */
  readonly action: string;
  /** on what: an entity's name or a page's */
  readonly subject: string;
  readonly outcome?: 'done' | 'refused';
  /** the one person whose record was opened */
  readonly personId?: string | undefined;
  /** people who were only listed */
  readonly personIds?: readonly string[] | undefined;
  /** the items that were shown or changed */
  readonly subjectIds?: readonly string[] | undefined;
  readonly detail?: Record<string, unknown> | undefined;
}

const COLUMNS = 'request_id, user_id, organisation_id, purpose, action, subject, outcome, person_id, person_ids, subject_ids, detail';

const PERSON = 7;
/** Acts that say why themselves. */
const SAYS_WHY = ['open-restricted', 'restrict', 'unrestrict'];

/** Writes the events of a transaction in one statement. */
export async function insertEvents(client: Pick<PoolClient, 'query'>, context: RequestContext, events: readonly AuditEvent[]): Promise<void> {
  const { requestId, actor, purpose, reasonGiven } = context;
  const values: unknown[] = [];
  const rows = events.map((event) => {
    // What is read of a restricted record is not told before its reader has said why: with the audit the transaction fails.
    const asks = reasonGiven && event.personId && event.outcome !== 'refused' && !SAYS_WHY.includes(event.action) && !reasonGiven.has(event.personId);
    const row = [requestId, actor.userId || null, actor.organisationId, purpose, event.action, event.subject, event.outcome ?? 'done', event.personId ?? null, event.personIds ?? null, event.subjectIds ?? null, event.detail ?? null];
    return `(${row.map((value, n) => (n === PERSON && asks ? `with_reason($${values.push(value)})` : `$${values.push(value)}`)).join(', ')})`;
  });
  await client.query(`insert into audit_event (${COLUMNS}) values ${rows.join(', ')}`, values);
}
