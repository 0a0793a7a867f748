import { Injectable } from '@nestjs/common';
import { currentContext } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { opensTo, PeopleRound, type ChosenAudience, type Opening } from '@app/sharing';

/** What is about to be written: the preview names who would see it. */
export interface Draft {
  readonly audience: ChosenAudience;
  /** users, where only those named may know of it */
  readonly knownTo?: readonly string[];
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

/** Who would see a draft. */
export interface Preview {
  readers: Reader[];
  /** would the person themselves, on their own page? */
  person: boolean;
  /** would a family carer, as far as the person agreed? */
  carers: boolean;
  /** nobody but the readers knows of it, also nobody else of the writer's own organisation */
  onlyThese?: boolean;
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
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly round: PeopleRound,
  ) {}

  /** @throws NotFound for a person whom the caller cannot open */
  async preview(personId: string, draft: Draft): Promise<Preview> {
    return this.transactions.run(async () => {
      const { actor } = currentContext();
      await this.persons.find(personId);
      const standing = await this.standing(personId);
      const knownOnlyTo = await this.records.knownOnlyTo(personId);
      this.records.audit({ action: 'read', subject: 'Relationship', personId });
      if (draft.audience === 'people') return this.onlyThese(personId, draft, standing);
      if (knownOnlyTo) return { readers: await this.among(knownOnlyTo, draft), person: false, carers: false };
      const opening: Opening = { ...draft, audience: draft.audience, namedOrganisations: draft.namedOrganisationIds };
      const readers = new Map<string, Reader>();
      for (const row of standing) {
        if (!row.organisationId || !row.organisation) continue;
        const key = `${row.organisationId} ${row.who ?? ''}`;
        const sees = row.organisationId === actor.organisationId || opensTo(row, opening);
        readers.set(key, { organisationId: row.organisationId, organisation: row.organisation, who: row.who, sees: sees || (readers.get(key)?.sees ?? false) });
      }
      return {
        readers: [...readers.values()],
        person: standing.some((row) => row.basis === 'own' && opensTo(row, opening)),
        carers: standing.some((row) => row.basis === 'carer' && opensTo(row, opening)),
      };
    });
  }

  /** The other organisations round the person that a note can be addressed to; none for a person whom the caller cannot open. */
  async organisations(personId: string): Promise<{ id: string; name: string }[]> {
    return this.transactions.run(async () => {
      const { actor } = currentContext();
      const others = (await this.standing(personId)).filter((row) => row.organisationId !== actor.organisationId);
      const names = new Map(others.flatMap((row) => (row.organisationId && row.organisation ? [[row.organisationId, row.organisation] as const] : [])));
      return [...names].map(([id, name]) => ({ id, name }));
    });
  }

  /** The people among whom a writer chooses; none for a person whom the caller cannot open. */
  async people(personId: string): Promise<{ userId: string; name: string; jobTitle: string; organisation: string }[]> {
    return this.round.others(personId);
  }

  /** Those named and the writer, as far as their organisation may see such things, and nobody else. */
  private async onlyThese(personId: string, { knownTo = [], category }: Draft, standing: readonly StandingRow[]): Promise<Preview> {
    const { actor } = currentContext();
    const chosen = (await this.round.others(personId)).filter(({ userId }) => knownTo.includes(userId));
    const where = new Map(standing.map(({ organisation, organisationId }) => [organisation, organisationId]));
    const own = { organisationId: actor.organisationId ?? '', organisation: standing.find(({ organisationId }) => organisationId === actor.organisationId)?.organisation ?? 'Your organisation', who: actor.name, sees: true };
    const others = chosen.map(({ name, organisation }): Reader => {
      const organisationId = where.get(organisation) ?? '';
      const opens = standing.some((row) => row.organisationId === organisationId && opensTo(row, { audience: 'named', namedOrganisations: [organisationId], category, visibleToPerson: false }));
      return { organisationId, organisation, who: name, sees: organisationId === actor.organisationId || opens };
    });
    return { readers: [own, ...others], person: false, carers: false, onlyThese: true };
  }

  /** What a discreet helper writes is seen by those only who know of the help. */
  private async among(users: readonly string[], draft: Draft): Promise<Reader[]> {
    const { actor } = currentContext();
    const workers = await this.transactions.query<Omit<Reader, 'sees'>>(
      `select o.id as "organisationId", o.name as organisation, u.name as who from membership m join organisation o on o.id = m.organisation_id join user_account u on u.id = m.user_id
        where m.user_id = any ($1) and now() >= m.starts and now() < m.ends order by o.name, u.name`,
      [users],
    );
    const asked = (id: string): boolean => draft.audience === 'circle' || (draft.audience === 'named' && draft.namedOrganisationIds.includes(id));
    return workers.map((worker) => ({ ...worker, sees: worker.organisationId === actor.organisationId || asked(worker.organisationId) }));
  }

  private standing(personId: string): Promise<StandingRow[]> {
    return this.transactions.query<StandingRow>(
      `select c.organisation_id as "organisationId", o.name as organisation, coalesce(u.name, t.name) as who, c.basis, c.categories, c.refused
         from circle_access($1) c
         left join organisation o on o.id = c.organisation_id
         left join team t on t.id = c.scope_id
         left join membership m on m.id = c.scope_id
         left join user_account u on u.id = m.user_id
        order by o.name, who`,
      [personId],
    );
  }
}
