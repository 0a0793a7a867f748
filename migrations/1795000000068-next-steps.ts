import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The next steps of a person stand in their order: of a plan of two hundred, three are looked at and not each of them. */
export class NextSteps1795000000068 implements MigrationInterface {
  name = 'NextSteps1795000000068';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create index care_action_next_idx on care_action (person_id, due_on, "position", id) where in_force and not dropped and state not in ('done', 'cancelled')`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index care_action_next_idx');
  }
}
