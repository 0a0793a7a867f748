import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { SnakeCase } from '@app/records';
import { entities } from '../../migrations/schema';
import { databaseWithOwner } from '../support/database';

/** What TypeORM would do to make the database like the entities. */
async function whatTypeOrmWouldChange(ownerUrl: string): Promise<string[]> {
  const source = new DataSource({ type: 'postgres', url: ownerUrl, schema: 'onestory', entities, namingStrategy: new SnakeCase(), extra: { pipeline: true } });
  await source.initialize();
  try {
    const log = await source.driver.createSchemaBuilder().log();
    return log.upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}

describe('the entities and the migrations', () => {
  const here = databaseWithOwner();

  it('say the same: TypeORM would change nothing in a migrated database', async () => {
    expect(await whatTypeOrmWouldChange(here.database.ownerUrl)).toEqual([]);
  });

  it.each([
    ['a column', 'alter table person add shoe_size integer', /DROP COLUMN "shoe_size"/],
    ['a default', 'alter table alert alter told drop default', /ALTER COLUMN "told" SET DEFAULT/],
    ['an index', 'create index alert_kind_idx on alert (kind)', /DROP INDEX .*"alert_kind_idx"/],
    ['a foreign key', 'alter table alert add constraint alert_author_fkey foreign key (created_by) references user_account (id)', /DROP CONSTRAINT "alert_author_fkey"/],
    ['a check', 'alter table alert add constraint alert_text_check check (length(text) < 9)', /DROP CONSTRAINT "alert_text_check"/],
  ])('are compared for real: %s of only one of them is found', async (_what, change, found) => {
    await here.owner.query(change);
    expect((await whatTypeOrmWouldChange(here.database.ownerUrl)).join('\n')).toMatch(found);
  });
});
