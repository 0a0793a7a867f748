import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of one of the family it can be said that they are a child, or grown up, where nobody knows the date of birth; and of a child, when a young carer’s assessment was offered. */
export class YoungCarers1795000000069 implements MigrationInterface {
  name = 'YoungCarers1795000000069';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table related_person add column age_group text, add column assessment_offered_on date,
  add constraint related_person_age_group_check check (age_group in ('child', 'grown_up'));
grant update (age_group, assessment_offered_on) on related_person to onestory_app;`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was written down of a family is not taken away: restore a backup'));
  }
}
