import { Injectable } from '@nestjs/common';
import { Corrections, type Correction, type Disputed, type Which } from '@app/corrections';
import { currentContext } from '@app/kernel';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { PersonsService } from '@app/persons';
import { stillHelps } from '../person/still-helps';
import { correctionItem, type CorrectionItem } from './correction-item';

export interface CorrectionsModel {
  readonly identity: Identity;
  readonly corrections: readonly Correction[];
  /** the reader's own organisation answers for what it wrote */
  readonly ownOrganisationId: string | null;
}

/** What the person says is wrong, for those who may read what it is about. */
@Injectable()
export class CorrectionsDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly persons: PersonsService,
    private readonly corrections: Corrections,
  ) {}

  async page(personId: string): Promise<CorrectionsModel> {
    return { identity: await this.people.identity(personId, 'Correction'), corrections: await this.corrections.of(personId), ownOrganisationId: currentContext().actor.organisationId };
  }

  async items(personId: string): Promise<{ items: CorrectionItem[]; next: null }> {
    await this.persons.find(personId);
    return { items: (await this.corrections.of(personId)).map(correctionItem), next: null };
  }

  async toRecord(personId: string, which: Which): Promise<{ identity: Identity; disputed: Disputed }> {
    return { identity: stillHelps(await this.people.identity(personId, 'Correction')), disputed: await this.corrections.disputed(personId, which) };
  }

  async one(personId: string, id: string): Promise<{ identity: Identity; correction: Correction; words: string | null; isOurs: boolean }> {
    const found = await this.corrections.find(personId, id);
    return { identity: await this.people.identity(personId, 'Correction'), ...found, isOurs: found.correction.ownerOrganisationId === currentContext().actor.organisationId };
  }
}
