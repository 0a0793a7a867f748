import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { refuseStrongRole, Transactions } from '@app/records';
import { migrations } from '../../../../migrations/data-source';

/** Whether this server can do its work now: the database answers and has the schema of this version. */
@Injectable()
export class Readiness implements OnApplicationBootstrap {
  private isStopping = false;

  constructor(private readonly transactions: Transactions) {}

  onApplicationBootstrap(): Promise<void> {
    return refuseStrongRole(this.transactions);
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
