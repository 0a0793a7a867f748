import { Injectable } from '@nestjs/common';
import { CareAction, Need, PlanVersion } from '@app/care-plans';
import { CareTeamMember } from '@app/care-teams';
import { Alert, ContactNote, NOTE_KINDS } from '@app/contacts';
import { KeyWorkerAssignment } from '@app/key-workers';
import { Records, StateTransition, Transactions } from '@app/records';

/** One entry of the timeline: a contact, an imported encounter, or a change of state worth telling. */
export interface TimelineEntry {
  id: string;
  type: 'note' | 'change';
  at: Date;
  kind: string;
  about: string | null;
  aboutName: string | null;
  /** of a change: who joined the circle, who leads, which alert */
  subject: string | null;
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
  /** for people who are named alone: whatever the audience says beside it */
  onlyPeople: boolean;
  visibleToPerson: boolean;
  correctsId: string | null;
  recordedAt: Date;
  rowVersion: number;
}

/** Where the last page ended: the instant and the id. */
export type TimelineMark = readonly [string, string];

/** What a timeline can be narrowed to: a kind of contact, or changes of state. */
export const TIMELINE_TYPES = [...NOTE_KINDS, 'encounter', 'referral', 'change'] as const;
export type TimelineType = (typeof TIMELINE_TYPES)[number];

/** What to leave out; null and absent leave out nothing. */
export interface TimelineFilter {
  type?: TimelineType | null;
  /** whose entries: the organisation that wrote them */
  organisationId?: string | null;
  /** words as they stand in the text, in any case, with or without accents */
  search?: string | null;
}

// Of a plan is told that it was published and how its steps get on, not how it was written.
const TOLD = `(t.entity in ('Case', 'CareTeamMember', 'KeyWorkerAssignment', 'KeyWorkerCover', 'Alert', 'Need') or t.entity = 'PlanVersion' and t.to_state = 'published' or t.entity = 'CareAction' and t.from_state is not null)`;

@Injectable()
export class TimelineQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** Newest first; corrections come with their own time of writing. `after` is the last entry of the page before. */
  page(personId: string, limit: number, after: TimelineMark | null, filter: TimelineFilter = {}): Promise<TimelineEntry[]> {
    return this.transactions.run(async () => {
      const entries = await this.entries(personId, limit, after, filter);
      this.records.audit({ action: 'read', subject: 'Timeline', personId, subjectIds: entries.map((entry) => entry.id) });
      return entries;
    });
  }

  /** The organisations that wrote what the caller may read: to choose from. */
  organisations(personId: string): Promise<{ id: string; name: string }[]> {
    const values: unknown[] = [personId];
    const notes = this.records.readableSql(ContactNote, 'n', values);
    const changes = this.records.readableSql(StateTransition, 't', values);
    const next = (after: string): string =>
      `select n.owner_organisation_id as id from contact_note n where n.person_id = $1${after} and n.state <> 'entered_in_error' and ${notes} order by n.owner_organisation_id limit 1`;
    // From one writer to the next along the index: of two thousand notes only as many are read as there are organisations.
    return this.transactions.query<{ id: string; name: string }>(
      `with recursive writer as (
         (${next('')}) union all select x.id from writer w cross join lateral (${next(' and n.owner_organisation_id > w.id')}) x)
       select o.id, o.name from organisation o where o.id in (
         select id from writer
         union
         select t.owner_organisation_id from state_transition t where t.person_id = $1 and ${TOLD} and ${changes})
        order by o.name, o.id`,
      values,
    );
  }

  /** What a change was about, as far as the caller may read it. */
  private subjectSql(values: unknown[]): string {
    return `case t.entity
      when 'CareTeamMember' then (select concat_ws(', ', u.name, g.name, o.name) from care_team_member m join organisation o on o.id = m.organisation_id
             left join team g on g.id = m.team_id left join membership w on w.id = m.membership_id left join user_account u on u.id = w.user_id
            where m.person_id = t.person_id and m.id = t.entity_id and ${this.records.readableSql(CareTeamMember, 'm', values)})
      when 'KeyWorkerAssignment' then ${this.workerSql(values)}
      when 'KeyWorkerCover' then ${this.workerSql(values)}
      when 'PlanVersion' then (select 'version ' || v.number || case when v.small_number > 0 then '.' || v.small_number else '' end from plan_version v
            where v.person_id = t.person_id and v.id = t.entity_id and ${this.records.readableSql(PlanVersion, 'v', values)})
      when 'CareAction' then (select x.what from care_action x where x.person_id = t.person_id and x.item_id = t.entity_id and x.proposed is null and ${this.records.readableSql(CareAction, 'x', values)}
            order by x.in_force desc, x.created_at desc limit 1)
      when 'Need' then (select x.text from need x where x.person_id = t.person_id and x.item_id = t.entity_id and x.proposed is null and ${this.records.readableSql(Need, 'x', values)}
            order by x.in_force desc, x.created_at desc limit 1)
      when 'Alert' then (select a.text from alert a where a.person_id = t.person_id and a.id = t.entity_id and ${this.records.readableSql(Alert, 'a', values)}) end`;
  }

  private workerSql(values: unknown[]): string {
    return `(select concat_ws(', ', u.name, o.name) from key_worker_assignment k join membership w on w.id = k.membership_id join user_account u on u.id = w.user_id
             join organisation o on o.id = w.organisation_id where k.person_id = t.person_id and k.id = t.entity_id and ${this.records.readableSql(KeyWorkerAssignment, 'k', values)})`;
  }

  private entries(personId: string, limit: number, after: TimelineMark | null, filter: TimelineFilter): Promise<TimelineEntry[]> {
    const values: unknown[] = [personId, limit];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const notes = this.records.readableSql(ContactNote, 'n', values);
    const changes = this.records.readableSql(StateTransition, 't', values);
    const mark = after ? [bind(after[0]), bind(after[1])] : null;
    const before = (at: string, id: string): string => (mark ? ` and (${at}, ${id}) < (${mark[0]}::timestamptz, ${mark[1]}::uuid)` : '');
    const wanted = filterSql(filter, bind);
    return this.transactions.query<TimelineEntry>(
      `select x.*, o.name as organisation, o.sector from (
         (select n.id, 'note' as type, n.happened_at as at, n.kind, n.about, n.about_name as "aboutName", null::text as subject, n.text, n.next_step as "nextStep", n.state, n.author_name as author,
                 n.owner_organisation_id as "ownerOrganisationId", n.category, n.audience, n.named_organisations as "namedOrganisations", n.sealed_to is not null as "onlyPeople", n.visible_to_person as "visibleToPerson",
                 n.corrects_id as "correctsId", n.created_at as "recordedAt", n.row_version as "rowVersion"
            from contact_note n where n.person_id = $1 and n.state <> 'entered_in_error' and ${notes}${wanted.notes}${before('n.happened_at', 'n.id')}
           order by n.happened_at desc, n.id desc limit $2)
         union all
         (select t.id, 'change', t.effective_at, t.entity, null, null, ${this.subjectSql(values)}, t.reason, null, t.to_state, t.actor_name, t.owner_organisation_id, t.category, t.audience, t.named_organisations,
                 t.sealed_to is not null, t.visible_to_person, null, t.created_at, t.row_version
            from state_transition t where t.person_id = $1 and ${TOLD} and ${changes}${wanted.changes}${before('t.effective_at', 't.id')}
           order by t.effective_at desc, t.id desc limit $2)) x
       join organisation o on o.id = x."ownerOrganisationId"
       order by x.at desc, x.id desc limit $2`,
      values,
    );
  }
}

function filterSql({ type, organisationId, search }: TimelineFilter, bind: (value: unknown) => string): { notes: string; changes: string } {
  const organisation = organisationId ? bind(organisationId) : null;
  const words = search ? bind(search) : null;
  const both = (alias: string, text: string): string =>
    (organisation ? ` and ${alias}.owner_organisation_id = ${organisation}::uuid` : '') + (words ? ` and strpos(plain(coalesce(${text}, '')), plain(${words})) > 0` : '');
  const notesOf = !type ? '' : type === 'change' ? ' and false' : ` and n.kind = ${bind(type)}`;
  return {
    notes: notesOf + both('n', `n.text || ' ' || coalesce(n.next_step, '')`),
    changes: (type && type !== 'change' ? ' and false' : '') + both('t', 't.reason'),
  };
}
