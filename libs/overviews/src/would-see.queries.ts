import { Injectable } from '@nestjs/common';
import { readFrom } from '@app/access';
import { Person, PersonsService } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { HelpersQueries, type Helper } from './helpers.queries';
import { WouldSeeItems, type ListedItem } from './would-see.items';

/** Of what the caller may read: what a helper would. */
export interface WouldSee {
  helper: Helper;
  /** may they open the record at all? */
  opens: boolean;
  /** the categories that are open to them */
  categories: readonly string[];
  items: (ListedItem & { sees: boolean })[];
}

/**
 * "What would they see?": the caller's own narrowed queries, and of their rows those that the policy lets through from where the helper stands. So it is
 * the intersection by construction: what the helper reads besides is never asked for. docs/adr/0019
 */
@Injectable()
export class WouldSeeQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly helpers: HelpersQueries,
    private readonly items: WouldSeeItems,
  ) {}

  /** From whose side one can look. */
  choices(personId: string): Promise<Helper[]> {
    return this.transactions.run(() => this.helpers.helpers(personId));
  }

  /** @throws NotFound for a person whom the caller cannot open, and for who is no helper of theirs that the caller may know of */
  async as(personId: string, helperId: string): Promise<WouldSee> {
    return this.transactions.run(async () => {
      const person = await this.persons.find(personId);
      const { helper, standpoint, categories } = await this.helpers.stands(personId, helperId);
      const items = (await this.items.of(personId)).flatMap(({ subject, rows, say }) => {
        const seen = new Set(readFrom(standpoint, subject, rows));
        return rows.map((row) => ({ ...say(row), sees: seen.has(row) }));
      });
      this.records.audit({ action: 'read', subject: 'WouldSee', personId, subjectIds: items.map(({ id }) => id), detail: { helper: helperId } });
      return { helper, opens: readFrom(standpoint, Person, [person]).length > 0, categories, items };
    });
  }
}
