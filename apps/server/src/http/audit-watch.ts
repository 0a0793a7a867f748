import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Transactions } from '@app/records';
import { LOG, type Log } from './log';

/** Sealing takes seconds: whatever has waited so long waits for somebody who does not come. */
const PATIENCE_S = 30;
const EVERY_MS = 15_000;

/** Says when nobody seals the audit any more. Nothing is lost by it and nothing is refused: what waits is sealed when the sealer is back. */
@Injectable()
export class AuditWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private late = false;

  constructor(
    private readonly transactions: Transactions,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look().catch(() => undefined), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Looks, and writes the alarm into the log, and its end once. */
  async look(): Promise<'sealed' | 'waiting'> {
    const [row] = await this.transactions.outside<{ seconds: number }>('select onestory.seconds_unsealed() as seconds');
    const seconds = row?.seconds ?? 0;
    const late = seconds > PATIENCE_S;
    if (late) this.log.error({ seconds }, 'the audit waits to be sealed: is the worker running?');
    else if (this.late) this.log.info('the audit is sealed again');
    this.late = late;
    return late ? 'waiting' : 'sealed';
  }
}
