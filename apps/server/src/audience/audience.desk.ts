import { Injectable } from '@nestjs/common';
import type { Alert, ContactNote } from '@app/contacts';
import { NotFound } from '@app/kernel';
import { PersonPageQueries, ReadersQueries, type Draft, type Identity, type Preview } from '@app/overviews';
import type { Category, ContactPoint } from '@app/persons';
import { Audiences, isAudienced, type AudiencedKind, type ChangeAudience, type ReadBefore } from '@app/sharing';
import { draftIn } from '../contacts/readers.commands';
import type { Nameable } from '../contacts/views/audience-fields';
import type { FormState } from '../http';
import { stillHelps } from '../person/still-helps';
import type { AudienceItem } from './audience-item';

export interface AudienceModel {
  readonly identity: Identity;
  readonly kind: AudiencedKind;
  readonly id: string;
  readonly version: number;
  readonly text: string;
  /** who may see it as it stands */
  readonly draft: Draft;
  readonly now: Preview;
  /** who would see it with what is chosen; null while nothing is */
  readonly then: Preview | null;
  readonly readBefore: readonly ReadBefore[];
  readonly organisations: readonly { id: string; name: string }[];
  /** those among whom one chooses who alone may know of it; nobody for where somebody is, which has a page of its own */
  readonly people: readonly Nameable[];
}

type Item = Awaited<ReturnType<Audiences['own']>>;

/** An item of one's own organisation, and who sees it: now, and with what is chosen. */
@Injectable()
export class AudienceDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly readers: ReadersQueries,
    private readonly audiences: Audiences,
  ) {}

  /** @throws NotFound, Forbidden, Conflict as Audiences.own */
  async page(personId: string, kind: string, id: string, form: FormState): Promise<AudienceModel> {
    const identity = stillHelps(await this.people.identity(personId));
    const item = await this.audiences.own(personId, known(kind), id);
    const draft = draftOf(item);
    const chosen = draftIn(form, item.category as Category);
    return {
      identity, kind: known(kind), id, version: item.rowVersion, text: textOf(item), draft, now: await this.readers.preview(personId, draft), then: chosen && (await this.readers.preview(personId, { ...chosen, category: item.category })),
      readBefore: await this.audiences.readBefore(personId, known(kind), id), organisations: await this.readers.organisations(personId), people: known(kind) === 'ContactPoint' ? [] : await this.readers.people(personId),
    };
  }

  async item(personId: string, kind: string, id: string): Promise<AudienceItem> {
    return this.asItem(personId, known(kind), await this.audiences.own(personId, known(kind), id));
  }

  async change(personId: string, kind: string, id: string, version: number, command: ChangeAudience): Promise<AudienceItem> {
    return this.asItem(personId, known(kind), await this.audiences.change(personId, known(kind), id, version, command));
  }

  private async asItem(personId: string, kind: AudiencedKind, item: Item): Promise<AudienceItem> {
    const { readers, person, carers } = await this.readers.preview(personId, draftOf(item));
    const few = item.sealedTo && (await this.readers.people(personId)).filter(({ userId }) => item.sealedTo?.includes(userId));
    return {
      id: item.id, version: item.rowVersion, audience: few ? 'people' : item.audience, namedOrganisationIds: few ? [] : item.namedOrganisations, knownTo: few && few.map(({ userId, name }) => ({ userId, name })), visibleToPerson: item.visibleToPerson, readers, person, carers,
      readBefore: await this.audiences.readBefore(personId, kind, item.id),
    };
  }
}

/** @throws NotFound for what has no audience of its own */
function known(kind: string): AudiencedKind {
  if (!isAudienced(kind)) throw new NotFound();
  return kind;
}

const draftOf = ({ audience, namedOrganisations, category, visibleToPerson, sealedTo }: Item): Draft =>
  (sealedTo ? { audience: 'people', namedOrganisationIds: [], category, visibleToPerson, knownTo: sealedTo } : { audience, namedOrganisationIds: namedOrganisations, category, visibleToPerson });
const textOf = (item: Item): string => ('text' in item ? (item as ContactNote | Alert).text : (item as ContactPoint).value);
