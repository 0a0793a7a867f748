import type { Transactions } from './transactions';

/** A role that row-level security does not hold would open every record through any mistake: nothing starts with one. */
export async function refuseStrongRole(transactions: Transactions): Promise<void> {
  const [role] = await transactions.outside<{ strong: boolean }>(
    `select r.rolsuper or r.rolbypassrls or exists (select 1 from pg_class c where c.relowner = r.oid and c.relnamespace = 'onestory'::regnamespace) as strong
       from pg_roles r where r.rolname = current_user`,
  );
  if (role?.strong !== false) throw new Error('The role in DATABASE_URL is a superuser, bypasses row-level security or owns tables. Use the role onestory_app of docs/provision.sql');
}
