import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amended } from './policy-template';

const OVER = `r.state not in ('due', 'closed', 'cancelled')`;
const OVER_BUT_FOR_ANSWERS = `(${OVER} or r.state = 'closed' and new.kind = 'promise')`;

/** What was put down for somebody to do is answered as it reads now, and also when the review was closed before they said anything. */
export class AnswersToActions1795000000063 implements MigrationInterface {
  name = 'AnswersToActions1795000000063';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- An answer keeps what it answers to; when that is put otherwise, it is asked anew.
set local role onestory_keeper;
update review_contribution c set about_text = i.decided, row_version = c.row_version + 1
  from review_item i where c.kind = 'promise' and i.person_id = c.person_id and i.id = c.about_id and i.outcome = 'action';
reset role;
${amended('review_contribution_stands()', [OVER, OVER_BUT_FOR_ANSWERS])}
create index review_item_doer_idx on review_item (doer_organisation_id, created_at) where outcome = 'action';
`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index review_item_doer_idx; ${amended('review_contribution_stands()', [OVER_BUT_FOR_ANSWERS, OVER])}`);
  }
}
