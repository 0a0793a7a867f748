import { Injectable } from '@nestjs/common';
import { CareTeamsQueries, type CircleMember } from '@app/care-teams';
import { currentContext, localDay } from '@app/kernel';
import { isChild, RelatedPerson } from '@app/persons';
import { Records, Transactions } from '@app/records';
import type { DoerKind } from './care-action.entity';

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
      const [ours, members] = partition((await this.circle.circle(personId)).filter((member) => !member.discreet), (member) => member.organisationId === currentContext().actor.organisationId);
      const own = await this.own(personId, ours);
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

  /** The caller, whoever of their colleagues helps too, and their organisation as a whole. */
  private async own(personId: string, ours: readonly CircleMember[]): Promise<Doer[]> {
    const { actor } = currentContext();
    if (!actor.organisationId || !actor.membershipId) return [];
    const [organisation] = await this.transactions.query<{ name: string }>('select name from organisation where id = $1', [actor.organisationId]);
    const mine = { kind: 'organisation' as const, organisationId: actor.organisationId, organisation: organisation?.name ?? null, categories: null };
    const colleagues = await this.transactions.query<{ id: string; name: string }>(
      `select m.id, u.name from membership m join user_account u on u.id = m.user_id
        where m.organisation_id = $1 and m.id <> $3 and now() >= m.starts and now() < m.ends
          and (m.user_id = any ($2) or m.id in (select k.membership_id from key_worker_assignment k where k.person_id = $4 and k.state = 'accepted' and k.ended_at is null)) order by u.name, m.id`,
      [actor.organisationId, ours.flatMap(({ userId }) => userId ?? []), actor.membershipId, personId],
    );
    return [{ id: actor.membershipId, name: actor.name }, ...colleagues, { id: actor.organisationId, name: null }].map((one): Doer => ({ ...mine, ...one }));
  }

  /** Adults only: no child is counted on (domain.md I21). */
  private async relatives(personId: string): Promise<Doer[]> {
    const today = localDay(new Date());
    const relatives = await (await this.records.readable(RelatedPerson, 'r')).andWhere('r.personId = :personId', { personId }).orderBy('r.createdAt', 'ASC').getMany();
    return relatives.filter((relative) => isChild(relative, today) === false)
      .map((relative): Doer => ({ id: relative.id, kind: 'carer', organisationId: null, name: relative.name, organisation: null, categories: null }));
  }
}

const partition = <T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] => [all.filter(isFirst), all.filter((one) => !isFirst(one))];
