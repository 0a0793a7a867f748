import { Injectable } from '@nestjs/common';
import { currentContext, isUuid } from '@app/kernel';
import { Organisations, type OrganisationRow } from '@app/organisations';
import { exceptionOf, Objections, OwnSharing, SharingConversations, type Agreed, type ExceptionChoice, type Given, type ObjectionRow, type TalkRequest } from '@app/sharing';
import { CircleDesk, type CirclePageModel } from '../care-teams/circle.desk';
import { circleItem } from '../care-teams/circle-item';
import type { FormState } from '../http';
import type { ChooseOrganisations } from './sharing.commands';
import { agreedItem, talkItem, type SharingItem } from './sharing-item';

export interface SharingPageModel extends Pick<CirclePageModel, 'identity' | 'members' | 'others'> {
  readonly agreed: Agreed;
  /** by what each organisation may be told, as far as the reader may know of it */
  readonly grounds: readonly Given[];
  /** for the organisation that was told and the key worker's; none for everybody else */
  readonly objections: readonly ObjectionRow[];
  /** that the person asked on their own page to talk about it, and nobody has since */
  readonly talkAsked: TalkRequest | null;
}

/** One line of the exceptions: an organisation, and what was refused to it until now. */
export interface ExceptionLine {
  readonly organisationId: string;
  readonly organisation: string;
  readonly level: ExceptionChoice;
}

export interface SharingFormModel extends SharingPageModel {
  readonly lines: readonly ExceptionLine[];
  readonly search: string;
  /** null while nothing is looked for */
  readonly found: readonly OrganisationRow[] | null;
}

/** What the person agreed, and the form on which it is written down. */
@Injectable()
export class SharingDesk {
  constructor(
    private readonly circle: CircleDesk,
    private readonly conversations: SharingConversations,
    private readonly organisations: Organisations,
    private readonly own: OwnSharing,
    private readonly objections: Objections,
  ) {}

  async page(personId: string): Promise<SharingPageModel> {
    const { identity, members, others } = await this.circle.page(personId);
    return { identity, members, others, agreed: await this.conversations.agreed(personId), grounds: identity.windDownUntil ? [] : await this.conversations.grounds(personId), objections: await this.objections.list(personId), talkAsked: identity.windDownUntil ? null : await this.own.talkAsked(personId) };
  }

  async item(personId: string): Promise<SharingItem> {
    const { members, agreed: { version, asks, last, refusals }, grounds, talkAsked } = await this.page(personId);
    return {
      version, asks, agreed: last && agreedItem(last), talkAsked: talkAsked && talkItem(talkAsked), circle: members.map(circleItem), grounds,
      refusals: refusals.map(({ organisationId, organisation, categories, objection }) => ({ organisationId, organisation, categories, objection })),
    };
  }

  async form(personId: string, query: ChooseOrganisations, form: FormState): Promise<SharingFormModel> {
    const page = await this.page(personId);
    const search = query.search ?? '';
    return { ...page, lines: await this.lines(page, [...(query.organisation ?? []), ...form.rows('exceptions').map((row) => row.text('organisationId'))]), search, found: search ? await this.organisations.list(search, 20) : null };
  }

  /** The circle, whom something was refused, and whom one added by hand; one's own organisation writes down nothing about itself. */
  private async lines({ members, others, agreed: { refusals } }: SharingPageModel, added: readonly string[]): Promise<ExceptionLine[]> {
    const names = new Map([...members.map((one) => [one.organisationId, one.organisation] as const), ...others.map(({ id, name }) => [id, name] as const), ...refusals.map((one) => [one.organisationId, one.organisation] as const)]);
    for (const id of new Set(added)) if (isUuid(id) && !names.has(id)) names.set(id, (await this.organisations.byId(id)).name);
    names.delete(currentContext().actor.organisationId ?? '');
    return [...names].map(([organisationId, organisation]) => ({ organisationId, organisation, level: levelOf(refusals.filter((one) => one.organisationId === organisationId && !one.objection)) }));
  }
}

/** Two refusals of one organisation, or one in other words than the form's, stand as they were. */
function levelOf(refusals: readonly { categories: string[] }[]): ExceptionChoice {
  const [one, ...more] = refusals;
  if (!one) return 'usual';
  return more.length > 0 ? 'as_before' : exceptionOf(one.categories) ?? 'as_before';
}
