import { Injectable } from '@nestjs/common';
import { policies } from '@app/access';
import { Conflict, Forbidden, Invalid, NotFound } from '@app/kernel';
import { Records, Transactions, type PersonItem, type PersonOwned } from '@app/records';
import type { ChangeAudience } from './audiences.commands';
import { opensTo, type Opening } from './opens';
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
  ) {}

  /** An item of the caller's organisation. Audited. @throws NotFound, also for one that is hidden; Forbidden for somebody else's; Conflict for one that is seen like another */
  async own(personId: string, kind: AudiencedKind, id: string): Promise<PersonItem> {
    return this.transactions.run(async () => {
      const item: Item = await this.records.get(entityOf(kind), personId, id);
      await this.records.check('change', entityOf(kind), personId, item);
      if (await this.records.windsDown(personId)) throw new Forbidden('action.forbidden', 'Your help has ended. You can still write a closing note, and nothing else');
      if (item.correctsId) throw new Conflict('audience.correction', 'A correction is seen by whoever sees the note. Change who sees the note');
      if (item.state === 'raised') throw new Conflict('audience.unreviewed', 'Nobody has looked at this concern yet. Say first whether it is still so');
      if (item.sealedTo) throw new Conflict('audience.people', 'This is only for the people named in it');
      return item;
    });
  }

  /** Who had already read it, as far as it is written down and the caller may know of them. */
  readBefore(personId: string, kind: AudiencedKind, id: string): Promise<ReadBefore[]> {
    return this.queries.readBefore(personId, kind, id);
  }

  /**
   * What belongs to it (the corrections of a note, what is told of it in the timeline) is seen by the same from then on.
   * @throws as `own`; Invalid `required` without an organisation to name, `audience.wider` where somebody would read it who does not now, and that was not said; StaleVersion
   */
  async change(personId: string, kind: AudiencedKind, id: string, version: number, command: ChangeAudience): Promise<PersonItem> {
    return this.transactions.run(async () => {
      const before = await this.own(personId, kind, id);
      const named = command.audience === 'named' ? (command.namedOrganisationIds ?? []) : [];
      if (command.audience === 'named' && named.length === 0) throw Invalid.field('/namedOrganisationIds', 'required', 'Choose the organisations that may see it');
      const after = { audience: command.audience, namedOrganisations: named, visibleToPerson: command.visibleToPerson ?? false };
      if (!command.widens && (await this.isWider(before, { ...after, category: before.category }))) {
        throw Invalid.field('/widens', 'audience.wider', 'Somebody could read it who cannot now. Say that this is meant');
      }
      const detail = { from: { audience: before.audience, named: before.namedOrganisations, person: before.visibleToPerson }, to: { audience: after.audience, named, person: after.visibleToPerson } };
      const changed = await this.records.change(entityOf(kind), { personId, id }, version, after, 'change', detail);
      await this.queries.followAudience(personId, kind, id);
      return changed;
    });
  }

  /** Would somebody read it who does not now, by name or by what is written on it? */
  private async isWider(before: PersonItem, after: Opening): Promise<boolean> {
    if (after.visibleToPerson && !before.visibleToPerson) return true;
    if (after.audience === 'circle' && before.audience !== 'circle') return true;
    const others = (await this.queries.circle(before.personId)).filter(({ organisationId }) => organisationId !== before.ownerOrganisationId);
    return others.some((one) => opensTo(one, after) && !opensTo(one, before)) || after.namedOrganisations.some((id) => before.audience === 'internal' || (before.audience === 'named' && !before.namedOrganisations.includes(id)));
  }
}

function entityOf(kind: AudiencedKind): PersonOwned<PersonItem> {
  const entity = policies.subjects.find(({ name }) => name === kind);
  if (!entity) throw new NotFound();
  return entity;
}
