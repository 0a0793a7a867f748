import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the national standard has and the plan had not yet. Every column may be null: the hashes of what is published hold. */
export class PlanSections1795000000040 implements MigrationInterface {
  name = 'PlanSections1795000000040';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
alter table plan_statement drop constraint plan_statement_section_check;
alter table plan_statement add constraint plan_statement_section_check check (section in ('what_matters', 'strengths', 'home', 'who_to_ring', 'if_it_goes_wrong',
  'triggers', 'early_signs', 'at_night', 'what_helps', 'no_reply', 'carer_cannot', 'additional_plans', 'money', 'conditions', 'reviewer'));
alter table need add column underlying boolean, add column asked_for text, add column offered text, add column unmet_reason text,
  add constraint need_unmet_reason_check check (unmet_reason in ('cost', 'waiting_list', 'nothing_here', 'not_eligible', 'person_says_no', 'other'));
alter table goal add column importance text, add constraint goal_importance_check check (importance in ('most', 'very', 'somewhat'));
alter table care_action add column strategies text, add column not_do text, add column confidence smallint, add column review_on date,
  add constraint care_action_confidence_check check (confidence between 0 and 10);
grant update (underlying, asked_for, offered, unmet_reason) on need to onestory_app;
grant update (importance) on goal to onestory_app;
grant update (strategies, not_do, confidence, review_on) on care_action to onestory_app;
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What stands in a plan is not taken away: restore a backup'));
  }
}
