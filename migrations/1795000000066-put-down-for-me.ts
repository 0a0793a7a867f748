import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a huddle put down for somebody is on their Today: found by whose it is, not by reading every line. */
export class PutDownForMe1795000000066 implements MigrationInterface {
  name = 'PutDownForMe1795000000066';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create index huddle_line_doer_idx on huddle_line (doer_membership_id, due_on) where outcome = 'action'`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index huddle_line_doer_idx');
  }
}
