import { Injectable } from '@nestjs/common';
import { currentContext } from '@app/kernel';
import { Transactions, type Audience } from '@app/records';

/** What is about to be written: the preview names who would see it. */
export interface Draft {
  readonly audience: Audience;
  readonly namedOrganisationIds: readonly string[];
  readonly category: string;
  readonly visibleToPerson: boolean;
}

/** One organisation, team or worker of the circle, and whether they would see it. */
export interface Reader {
  organisationId: string;
  organisation: string;
  who: string | null;
  sees: boolean;
}

interface StandingRow {
  organisationId: string | null;
  organisation: string | null;
  who: string | null;
  basis: string;
  categories: string[];
  refused: string[];
}

/** "Who will see this": the same rule as the policy, said before the note is saved. Discreet helpers are left out for who may not know of them. */
@Injectable()
export class ReadersQueries {
  constructor(private readonly transactions: Transactions) {}

  async preview(personId: string, draft: Draft): Promise<{ readers: Reader[]; person: boolean; carers: boolean }> {
    return this.transactions.run(async () => {
      const { actor } = currentContext();
      const standing = await this.transactions.query<StandingRow>(
        `select c.organisation_id as "organisationId", o.name as organisation, coalesce(u.name, t.name) as who, c.basis, c.categories, c.refused
           from circle_access($1) c
           left join organisation o on o.id = c.organisation_id
           left join team t on t.id = c.scope_id
           left join membership m on m.id = c.scope_id
           left join user_account u on u.id = m.user_id
          order by o.name, who`,
        [personId],
      );
      const readers = new Map<string, Reader>();
      for (const row of standing) {
        if (!row.organisationId || !row.organisation) continue;
        const key = `${row.organisationId} ${row.who ?? ''}`;
        const sees = row.organisationId === actor.organisationId || opens(row, draft);
        readers.set(key, { organisationId: row.organisationId, organisation: row.organisation, who: row.who, sees: sees || (readers.get(key)?.sees ?? false) });
      }
      return {
        readers: [...readers.values()],
        person: draft.visibleToPerson && standing.some((row) => row.basis === 'own'),
        carers: draft.visibleToPerson && draft.audience === 'circle' && standing.some((row) => row.basis === 'carer' && row.categories.includes(draft.category)),
      };
    });
  }
}

const opens = (row: StandingRow, draft: Draft): boolean =>
  (draft.audience === 'circle' && row.categories.includes(draft.category)) ||
  (draft.audience === 'named' && draft.namedOrganisationIds.includes(row.organisationId ?? '') && !row.refused.includes(draft.category));
