import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amended, mayBeChanged } from './policy-template';

const HELD = `r.state in ('in_session', 'writing_up'))`;
/** Of a point that is shared for everybody to check nothing moves but that it was taken in. */
const MARKED = `to_jsonb(new) - '{taken_item_id,row_version}'::text[] = to_jsonb(old) - '{taken_item_id,row_version}'::text[]`;
const POINTS_AT = '(new.review_id, new.kind, new.about_id) is distinct from (old.review_id, old.kind, old.about_id)';

/** A point of a review says which step of the plan it became. The plan says nothing of it: whoever reads the step may not know of the point. */
export class DecisionsIntoThePlan1795000000048 implements MigrationInterface {
  name = 'DecisionsIntoThePlan1795000000048';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
alter table review_item add taken_item_id uuid, add constraint review_item_taken_check check (taken_item_id is null or coalesce(outcome, '') = 'action');
${mayBeChanged('review_item')}
${amended('review_item_stands()',
    [HELD, `(r.state in ('in_session', 'writing_up') or r.state = 'shared_for_check' and tg_op = 'UPDATE' and ${MARKED}))`],
    [POINTS_AT, `${POINTS_AT}
     or ctx_organisation() is not null and new.taken_item_id is not null and (tg_op = 'INSERT' or new.taken_item_id is distinct from old.taken_item_id)
        and not exists (select 1 from care_action x join plan_version v on v.person_id = x.person_id and v.id = x.version_id
                         where x.person_id = new.person_id and x.item_id = new.taken_item_id and not x.dropped and v.owner_organisation_id = ctx_organisation()
                           and v.state in ('draft', 'in_contribution', 'ready_for_agreement', 'agreed'))`])}
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was taken into a plan stays marked: restore a backup'));
  }
}
