import { Injectable } from '@nestjs/common';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { Objections, type ObjectionRow } from '@app/sharing';
import type { FormState } from '../http';
import type { ChooseOrganisations } from './sharing.commands';
import { SharingDesk, type SharingFormModel } from './sharing.desk';

export interface ObjectionModel extends ObjectionRow {
  readonly identity: Identity;
}

/** The objections of one person, and the form on which one is written down. */
@Injectable()
export class ObjectionDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly sharing: SharingDesk,
    private readonly objections: Objections,
  ) {}

  /** @throws NotFound */
  async list(personId: string): Promise<ObjectionRow[]> {
    await this.people.identity(personId);
    return this.objections.list(personId);
  }

  async page(personId: string, id: string): Promise<ObjectionModel> {
    return { identity: await this.people.identity(personId), ...(await this.objections.one(personId, id)) };
  }

  form(personId: string, query: ChooseOrganisations, form: FormState): Promise<SharingFormModel> {
    return this.sharing.form(personId, { ...query, organisation: [...(query.organisation ?? []), form.text('organisationId')] }, form);
  }
}
