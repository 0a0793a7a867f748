import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step leads towards a goal, and may meet a need: so it is seen which needs nobody sees to. */
export class StepsForNeeds1795000000041 implements MigrationInterface {
  name = 'StepsForNeeds1795000000041';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table care_action add column need_id uuid; grant update (need_id) on care_action to onestory_app;');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What stands in a plan is not taken away: restore a backup'));
  }
}
