import { Injectable } from '@nestjs/common';
import { policies } from '@app/access';
import { Conflict, currentContext, Forbidden, Invalid, NotFound } from '@app/kernel';
import { Records, Transactions, type PersonItem, type PersonOwned } from '@app/records';
import type { ChangeAudience } from './audiences.commands';
import { opensTo, type Opening } from './opens';
import { PeopleRound } from './people-round';
import { SharingQueries, type ReadBefore } from './sharing.queries';

/** What has an audience of its own and does not stand in a plan, whose versions are frozen and whose drafts say it line by line; as addresses have it. */
export const AUDIENCED = ['ContactNote', 'Alert', 'ContactPoint'] as const;
export type AudiencedKind = (typeof AUDIENCED)[number];
export const isAudienced = (kind: string): kind is AudiencedKind => AUDIENCED.some((one) => one === kind);

type Item = PersonItem & { readonly correctsId?: string | null; readonly state?: string };

/** Who may see what is already written, changed by the organisation that wrote it. */
@Injectable()
export class Audiences {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly queries: SharingQueries,
    private readonly round: PeopleRound,
  ) {}

  /** An item of the caller's organisation. Audited. @throws NotFound, also for one that is hidden; Forbidden for somebody else's; Conflict for one that is seen like another */
  async own(personId: string, kind: AudiencedKind, id: string): Promise<PersonItem> {
    return this.transactions.run(async () => {
      const item: Item = await this.records.get(entityOf(kind), personId, id);
      await this.records.check('change', entityOf(kind), personId, item);
      if (await this.records.windsDown(personId)) throw new Forbidden('action.forbidden', 'Your help has ended. You can still write a closing note, and nothing else');
      if (item.correctsId) throw new Conflict('audience.correction', 'A correction is seen by whoever sees the note. Change who sees the note');
      if (item.state === 'raised') throw new Conflict('audience.unreviewed', 'Nobody has looked at this concern yet. Say first whether it is still so');
      if (item.sealedTo && (kind === 'ContactPoint' || (await this.records.knownOnlyTo(personId)))) throw new Conflict('audience.people', 'This is only for the people named in it');
      return item;
    });
  }

  /** Who had already read it, as far as it is written down and the caller may know of them. */
  readBefore(personId: string, kind: AudiencedKind, id: string): Promise<ReadBefore[]> {
    return this.queries.readBefore(personId, kind, id);
  }

  /**
   * What belongs to it (the corrections of a note, what is told of it in the timeline) is seen by the same from then on.
   * Those among the people named of whom the caller may not know stay among them.
   * @throws as `own`; Invalid `required` without an organisation or anybody to name, `audience.wider` where somebody would read it who does not now, and that was not said; StaleVersion
   */
  async change(personId: string, kind: AudiencedKind, id: string, version: number, command: ChangeAudience): Promise<PersonItem> {
    return this.transactions.run(async () => {
      const before = await this.own(personId, kind, id);
      if (kind === 'ContactPoint' && command.audience === 'people') throw Invalid.field('/audience', 'choice', 'Who may know where they are is written down on a page of its own');
      const { sealedTo, ...after } = await this.chosen(before, command);
      if (!command.widens && (before.sealedTo ? sealedTo === null || sealedTo.some((id) => !before.sealedTo?.includes(id)) : await this.isWider(before, { ...after, category: before.category }))) {
        throw Invalid.field('/widens', 'audience.wider', 'Somebody could read it who cannot now. Say that this is meant');
      }
      const detail = { from: { audience: before.audience, named: before.namedOrganisations, person: before.visibleToPerson, ...people(before.sealedTo) }, to: { audience: after.audience, named: after.namedOrganisations, person: after.visibleToPerson, ...people(sealedTo) } };
      const changed = await this.records.change(entityOf(kind), { personId, id }, version, after, 'change', detail);
      if (before.sealedTo || sealedTo) await this.queries.sealItem(personId, kind, id, sealedTo);
      else await this.queries.followAudience(personId, kind, id);
      return Object.assign(changed, { sealedTo });
    });
  }

  private async chosen(before: PersonItem, command: ChangeAudience): ReturnType<PeopleRound['opening']> {
    const after = await this.round.opening(before.personId, command);
    if (!after.sealedTo || !before.sealedTo) return after;
    const offered = new Set((await this.round.others(before.personId)).map(({ userId }) => userId));
    const unseen = before.sealedTo.filter((id) => !offered.has(id) && id !== currentContext().actor.userId);
    const named = unseen.length > 0 ? [...new Set([...after.namedOrganisations, ...before.namedOrganisations])] : after.namedOrganisations;
    return { ...after, audience: named.length > 0 ? 'named' : 'internal', namedOrganisations: named, sealedTo: [...new Set([...after.sealedTo, ...unseen])] };
  }

  /** Would somebody read it who does not now, by name or by what is written on it? */
  private async isWider(before: PersonItem, after: Opening): Promise<boolean> {
    if (after.visibleToPerson && !before.visibleToPerson) return true;
    if (after.audience === 'circle' && before.audience !== 'circle') return true;
    const others = (await this.queries.circle(before.personId)).filter(({ organisationId }) => organisationId !== before.ownerOrganisationId);
    return others.some((one) => opensTo(one, after) && !opensTo(one, before)) || after.namedOrganisations.some((id) => before.audience === 'internal' || (before.audience === 'named' && !before.namedOrganisations.includes(id)));
  }
}

const people = (sealedTo: string[] | null): { people?: string[] } => (sealedTo ? { people: sealedTo } : {});

function entityOf(kind: AudiencedKind): PersonOwned<PersonItem> {
  const entity = policies.subjects.find(({ name }) => name === kind);
  if (!entity) throw new NotFound();
  return entity;
}
