import { Injectable } from '@nestjs/common';
import { Organisations } from '@app/organisations';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { Authorities, type StandingGround } from '@app/sharing';
import { stillHelps } from '../person/still-helps';

/** What a decision rests on, beside whom it is about. */
@Injectable()
export class AuthorityDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly organisations: Organisations,
    private readonly authorities: Authorities,
  ) {}

  /** @throws NotFound, Forbidden */
  async of(personId: string, organisationId: string): Promise<StandingGround & { identity: Identity; organisation: string }> {
    const identity = stillHelps(await this.people.identity(personId, 'SharingDecision'));
    const ground = await this.authorities.of(personId, organisationId);
    return { identity, ...ground, organisation: (await this.organisations.byId(organisationId)).name };
  }
}
