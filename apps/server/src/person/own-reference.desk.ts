import { Injectable } from '@nestjs/common';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { OwnReferences, type GiveReference } from '@app/persons';
import { stillHelps } from './still-helps';

/** What the caller's organisation calls a person in its own books. */
@Injectable()
export class OwnReferenceDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly references: OwnReferences,
  ) {}

  /** @throws NotFound */
  async identity(personId: string): Promise<Identity> {
    return { ...stillHelps(await this.people.identity(personId)), ownReference: await this.current(personId) };
  }

  /** @throws what `OwnReferences.give` throws */
  async give(personId: string, version: number, { reference }: GiveReference): Promise<Identity['ownReference']> {
    const given = await this.references.give(personId, version, reference ?? null);
    return { reference: given.reference, version: given.rowVersion };
  }

  private async current(personId: string): Promise<Identity['ownReference']> {
    const given = await this.references.of(personId);
    return { reference: given?.reference ?? null, version: given?.rowVersion ?? 0 };
  }
}
