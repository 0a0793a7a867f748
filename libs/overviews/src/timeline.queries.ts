import { Injectable } from '@nestjs/common';
import { ContactNote } from '@app/contacts';
import { Records, StateTransition, Transactions } from '@app/records';

/** One entry of the timeline: a contact, an imported encounter, or a change of state worth telling. */
export interface TimelineEntry {
  id: string;
  type: 'note' | 'change';
  at: Date;
  kind: string;
  about: string | null;
  aboutName: string | null;
  text: string | null;
  nextStep: string | null;
  state: string;
  author: string | null;
  ownerOrganisationId: string;
  organisation: string;
  sector: string;
  category: string;
  audience: string;
  namedOrganisations: string[];
  visibleToPerson: boolean;
  correctsId: string | null;
  recordedAt: Date;
  rowVersion: number;
}

/** Where the last page ended: the instant and the id. */
export type TimelineMark = readonly [string, string];

const TOLD = `('Case', 'CareTeamMember', 'KeyWorkerAssignment', 'Alert')`;

@Injectable()
export class TimelineQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** Newest first; corrections come with their own time of writing. `after` is the last entry of the page before. */
  page(personId: string, limit: number, after: TimelineMark | null): Promise<TimelineEntry[]> {
    return this.transactions.run(async () => {
      const entries = await this.entries(personId, limit, after);
      this.records.audit({ action: 'read', subject: 'Timeline', personId, subjectIds: entries.map((entry) => entry.id) });
      return entries;
    });
  }

  private entries(personId: string, limit: number, after: TimelineMark | null): Promise<TimelineEntry[]> {
    const values: unknown[] = [personId, limit];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const notes = this.records.readableSql(ContactNote, 'n', values);
    const changes = this.records.readableSql(StateTransition, 't', values);
    const mark = after ? [bind(after[0]), bind(after[1])] : null;
    const before = (at: string, id: string): string => (mark ? ` and (${at}, ${id}) < (${mark[0]}::timestamptz, ${mark[1]}::uuid)` : '');
    return this.transactions.query<TimelineEntry>(
      `select x.*, o.name as organisation, o.sector from (
         (select n.id, 'note' as type, n.happened_at as at, n.kind, n.about, n.about_name as "aboutName", n.text, n.next_step as "nextStep", n.state, n.author_name as author,
                 n.owner_organisation_id as "ownerOrganisationId", n.category, n.audience, n.named_organisations as "namedOrganisations", n.visible_to_person as "visibleToPerson",
                 n.corrects_id as "correctsId", n.created_at as "recordedAt", n.row_version as "rowVersion"
            from contact_note n where n.person_id = $1 and n.state <> 'entered_in_error' and ${notes}${before('n.happened_at', 'n.id')}
           order by n.happened_at desc, n.id desc limit $2)
         union all
         (select t.id, 'change', t.effective_at, t.entity, null, null, t.reason, null, t.to_state, t.actor_name, t.owner_organisation_id, t.category, t.audience, t.named_organisations,
                 t.visible_to_person, null, t.created_at, t.row_version
            from state_transition t where t.person_id = $1 and t.entity in ${TOLD} and ${changes}${before('t.effective_at', 't.id')}
           order by t.effective_at desc, t.id desc limit $2)) x
       join organisation o on o.id = x."ownerOrganisationId"
       order by x.at desc, x.id desc limit $2`,
      values,
    );
  }
}
