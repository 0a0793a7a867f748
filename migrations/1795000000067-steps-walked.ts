import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of each step of the version before it is said whether it goes on, before the next one is published; and a step has a stage goal. */
export class StepsWalked1795000000067 implements MigrationInterface {
  name = 'StepsWalked1795000000067';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table care_action add column goes_on boolean, add column stage_goal text; grant update (goes_on, stage_goal) on care_action to onestory_app;');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What stands in a plan is not taken away: restore a backup'));
  }
}
