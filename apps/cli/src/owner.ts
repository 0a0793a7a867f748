import { Client } from 'pg';

/** A connection of the owner role for as long as `work` lasts. */
export async function asOwner<T>(ownerUrl: string | undefined, work: (owner: Client) => Promise<T>): Promise<T> {
  if (!ownerUrl) throw new Error('Set DATABASE_OWNER_URL: this is done in the name of the database’s owner');
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** One transaction with the rights of the role that owns the definer functions: the owner itself passes no row-level security. */
export async function asKeeper<T>(owner: Client, work: () => Promise<T>): Promise<T> {
  await owner.query('begin; set local role onestory_keeper');
  try {
    const result = await work();
    await owner.query('commit');
    return result;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
