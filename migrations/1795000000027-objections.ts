import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS_LOG, amended, itemTable } from './policy-template';

/** An objection with a life of its own: applied at once, explained, decided with reasons, looked at again. */
export class Objections1795000000027 implements MigrationInterface {
  name = 'Objections1795000000027';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
${itemTable('objection', `
  organisation_id uuid not null, decision_id uuid not null, level text not null, said text not null, author_name text not null, state text not null,
  explained text, explained_by text, reasons text, decided_by text, guardian text, decided_at timestamptz, review_on date,
  constraint objection_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint objection_level_check check (level in ('no_health', 'no_home_or_money', 'own_only', 'nothing')),
  constraint objection_state_check check (state in ('applied', 'explained', 'upheld', 'partly_upheld', 'not_upheld', 'withdrawn')),
  constraint objection_decided_check check (state not in ('upheld', 'partly_upheld', 'not_upheld') or reasons is not null and decided_by is not null and guardian is not null and decided_at is not null)`)}

-- Beyond their own colleagues nobody learns from "who looked" that there is one.
${amended(ACCESS_LOG, ['e.action <> all (array[', `e.subject <> 'Objection' and e.action <> all (array[`])}
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Objections are not taken back: restore a backup'));
  }
}
