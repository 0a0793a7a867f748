import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amended } from './policy-template';

const ONE_EACH = `coalesce(how, '')) where said_by_organisation_id is null`;
const AUTHOR = `case when kind = 'dissent' then created_by else '00000000-0000-0000-0000-000000000000'::uuid end`;
const BY_AUTHOR = `coalesce(how, ''), (${AUTHOR})) where said_by_organisation_id is null`;
const key = (each: string): string => `
drop index review_contribution_key;
create unique index review_contribution_key on review_contribution (person_id, review_id, owner_organisation_id, kind, coalesce(about_id, '00000000-0000-0000-0000-000000000000'::uuid), ${each} and sealed_to is null and coalesce(how, 'own_page') = 'own_page';`;
const SAY = 'say_for_review(uuid, uuid, text, text, text, boolean)';

/** Whoever does not agree keeps that under their own name: two of one organisation each have theirs. */
export class DissentByAuthor1795000000065 implements MigrationInterface {
  name = 'DissentByAuthor1795000000065';

  async up(q: QueryRunner): Promise<void> {
    await q.query(key(BY_AUTHOR) + amended(SAY, [ONE_EACH, BY_AUTHOR]));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(key(ONE_EACH) + amended(SAY, [BY_AUTHOR, ONE_EACH]));
  }
}
