import { Injectable } from '@nestjs/common';
import { Fault } from '@app/kernel';
import { Transactions } from '@app/records';

/** The parts of one page, each of which may fail without the others. */
@Injectable()
export class Panels {
  constructor(private readonly transactions: Transactions) {}

  /**
   * What `read` gives; null when the database could not give it, with what failed told to `failed`. One panel at a time: they share a connection.
   * @throws what `read` throws for its reader: a refusal is no failure
   */
  async read<T>(read: () => Promise<T>, failed: (error: unknown) => void): Promise<T | null> {
    try {
      return await this.transactions.apart(read);
    } catch (error) {
      if (error instanceof Fault) throw error;
      failed(error);
      return null;
    }
  }
}
