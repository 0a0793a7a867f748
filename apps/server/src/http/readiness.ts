import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactions } from '@app/records';
import { migrations } from '../../../../migrations/data-source';

/** Whether this server can do its work now: the database answers and has the schema of this version. */
@Injectable()
export class Readiness implements OnApplicationBootstrap {
  private isStopping = false;

  constructor(private readonly transactions: Transactions) {}

  /** A role that row-level security does not hold would open every record through any mistake: the server does not start with one. */
  async onApplicationBootstrap(): Promise<void> {
    const [role] = await this.transactions.outside<{ strong: boolean }>(
      `select r.rolsuper or r.rolbypassrls or exists (select 1 from pg_class c where c.relowner = r.oid and c.relnamespace = 'onestory'::regnamespace) as strong
         from pg_roles r where r.rolname = current_user`,
    );
    if (role?.strong !== false) throw new Error('The role in DATABASE_URL is a superuser, bypasses row-level security or owns tables. Use the role onestory_app of docs/provision.sql');
  }

  /** From now on the server takes nothing new. */
  stopping(): void {
    this.isStopping = true;
  }

  async isReady(): Promise<boolean> {
    if (this.isStopping) return false;
    try {
      const [row] = await this.transactions.outside<{ applied: number }>('select count(*)::integer as applied from onestory.migrations');
      return (row?.applied ?? 0) >= migrations.length;
    } catch {
      return false;
    }
  }
}
