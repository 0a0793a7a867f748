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

/** Writes the events of a transaction in one statement. */
export async function insertEvents(client: Pick<PoolClient, 'query'>, context: RequestContext, events: readonly AuditEvent[]): Promise<void> {
  const { requestId, actor, purpose } = context;
  const values: unknown[] = [];
  const rows = events.map((event) => {
    const row = [requestId, actor.userId || null, actor.organisationId, purpose, event.action, event.subject, event.outcome ?? 'done', event.personId ?? null, event.personIds ?? null, event.subjectIds ?? null, event.detail ?? null];
    return `(${row.map((value) => `$${values.push(value)}`).join(', ')})`;
  });
  await client.query(`insert into audit_event (${COLUMNS}) values ${rows.join(', ')}`, values);
}
