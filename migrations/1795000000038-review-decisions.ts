import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amended, itemTable, mayBeChanged } from './policy-template';

/** What a review is about, line by line, what came of each, and what came of the whole. */
export class ReviewDecisions1795000000038 implements MigrationInterface {
  name = 'ReviewDecisions1795000000038';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
${itemTable('review_item', `
  review_id uuid not null, kind text not null, about_id uuid, question text not null, position integer not null, minutes integer, note text,
  outcome text, decided text, deferred_to date, doer_kind text, doer_organisation_id uuid, doer_name text, due_on date,
  constraint review_item_review_fkey foreign key (person_id, review_id) references review (person_id, id),
  constraint review_item_doer_fkey foreign key (doer_organisation_id) references organisation (id),
  constraint review_item_kind_check check (kind in ('goal', 'step', 'said', 'suggestion', 'topic')),
  constraint review_item_outcome_check check (outcome in ('decision', 'action', 'no_change', 'deferred') and (outcome not in ('decision', 'action') or decided is not null) and (outcome = 'deferred') = (deferred_to is not null)),
  constraint review_item_doer_check check ((coalesce(outcome, '') = 'action') = (doer_kind is not null and doer_name is not null and due_on is not null) and doer_kind in ('person', 'organisation') and (doer_kind = 'organisation') = (doer_organisation_id is not null))`)}
-- A point is written down by the organisation that holds the review, while it goes on and is written up.
create function review_item_stands() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if ctx_organisation() is not null and not exists (select 1 from review r where r.person_id = new.person_id and r.id = new.review_id and r.owner_organisation_id = ctx_organisation() and r.state in ('in_session', 'writing_up'))
     or tg_op = 'UPDATE' and (new.review_id, new.kind, new.about_id) is distinct from (old.review_id, old.kind, old.about_id) then
    raise exception 'refused' using errcode = '42501';
  end if;
  return new;
end $$;
create index review_item_review_idx on review_item (person_id, review_id);
create trigger review_item_stands before insert or update on review_item for each row execute function review_item_stands();

alter table review add began_at timestamptz, add outcome text, add summary text, add person_view text, add person_said text, add minutes_used integer, add plan_after uuid,
  add constraint review_outcome_check check (outcome in ('plan_published', 'no_change') and (outcome = 'plan_published') = (plan_after is not null)),
  add constraint review_person_view_check check (person_view in ('agrees', 'agrees_with_reservations', 'does_not_agree', 'could_not_give_a_view', 'someone_elses_view_only')),
  add constraint review_plan_fkey foreign key (person_id, plan_after) references plan_version (person_id, id),
  drop constraint review_closed_check,
  add constraint review_closed_check check (state <> 'closed' or next_review_on is not null and outcome is not null and summary is not null and minutes_used is not null and (outcome <> 'no_change' or person_view is not null));
alter function review_item_stands() owner to onestory_keeper;
${mayBeChanged('review')}

alter table review_contribution drop constraint review_contribution_kind_check, drop constraint review_contribution_answer_check, add on_date date,
  add constraint review_contribution_kind_check check (kind in ('coming', 'update', 'confirmation', 'promise', 'dissent')),
  add constraint review_contribution_answer_check check (case kind when 'coming' then answer in ('yes', 'maybe', 'no') and about_id is null
    when 'update' then coalesce(answer in ('going_well', 'some_progress', 'stuck', 'achieved', 'not_known'), text is not null)
    when 'promise' then about_id is not null and answer in ('accepts', 'declines') and (answer = 'accepts') = (on_date is not null)
    when 'dissent' then about_id is not null and answer is null and text is not null
    else answer in ('right', 'not_right') and about_id is not null end);
${mayBeChanged('review_contribution')}
${amended('review_stands()', ['  return new;', `  if tg_op = 'UPDATE' and new.state = 'closed' and old.state <> 'closed' and exists (select 1 from review_item i where i.person_id = new.person_id and i.review_id = new.id and i.outcome is null) then
    raise exception 'a review is closed when each of its points has an outcome' using errcode = '42501';
  end if;
  return new;`])}
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was decided in a review is not taken away: restore a backup'));
  }
}
