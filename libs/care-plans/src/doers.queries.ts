import { Injectable } from '@nestjs/common';
import { CareTeamsQueries } from '@app/care-teams';
import { currentContext, localDay } from '@app/kernel';
import { RelatedPerson } from '@app/persons';
import { Records, Transactions } from '@app/records';
import type { DoerKind } from './care-action.entity';
import { isChild } from './grown-up';

/** Somebody who can be asked to do a step: the person, a relative, somebody of the circle or the caller's own organisation. */
export interface Doer {
  /** how they are chosen: `person`, or an id */
  id: string;
  kind: DoerKind;
  organisationId: string | null;
  /** null where the organisation itself sees to it */
  name: string | null;
  organisation: string | null;
  /** what of a plan they would see; null for the caller's own organisation, which sees what it writes, and for those without one */
  categories: string[] | null;
}

/** Who can be asked to do something. A discreet helper is nobody's choice: everybody reads who does what. */
@Injectable()
export class DoersQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly circle: CareTeamsQueries,
  ) {}

  async choices(personId: string): Promise<Doer[]> {
    return this.transactions.run(async () => {
      const own = await this.own();
      const members = (await this.circle.circle(personId)).filter((member) => !member.discreet && member.organisationId !== currentContext().actor.organisationId);
      return [
        { id: 'person', kind: 'person', organisationId: null, name: null, organisation: null, categories: null },
        ...own,
        ...members.map((member): Doer => ({
          id: member.id, kind: 'organisation', organisationId: member.organisationId, name: member.worker ?? member.team, organisation: member.organisation, categories: member.categories,
        })),
        ...(await this.relatives(personId)),
      ];
    });
  }

  private async own(): Promise<Doer[]> {
    const { actor } = currentContext();
    if (!actor.organisationId || !actor.membershipId) return [];
    const [organisation] = await this.transactions.query<{ name: string }>('select name from organisation where id = $1', [actor.organisationId]);
    const mine = { kind: 'organisation' as const, organisationId: actor.organisationId, organisation: organisation?.name ?? null, categories: null };
    return [{ ...mine, id: actor.membershipId, name: actor.name }, { ...mine, id: actor.organisationId, name: null }];
  }

  /** Adults only: no child is counted on (domain.md I21). */
  private async relatives(personId: string): Promise<Doer[]> {
    const today = localDay(new Date());
    const relatives = await (await this.records.readable(RelatedPerson, 'r')).andWhere('r.personId = :personId', { personId }).orderBy('r.createdAt', 'ASC').getMany();
    return relatives.filter((relative) => isChild(relative, today) === false)
      .map((relative): Doer => ({ id: relative.id, kind: 'carer', organisationId: null, name: relative.name, organisation: null, categories: null }));
  }
}
