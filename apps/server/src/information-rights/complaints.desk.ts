import { Injectable } from '@nestjs/common';
import { Complaints, type ComplaintOrganisation, type MyComplaint } from '@app/information-rights';
import { MyPageQueries, PersonPageQueries, type Identity } from '@app/overviews';
import type { Person } from '@app/persons';
import { stillHelps } from '../person/still-helps';

/** What the forms show on which somebody complains. */
@Injectable()
export class ComplaintsDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly pages: MyPageQueries,
    private readonly complaints: Complaints,
  ) {}

  async toRecord(personId: string): Promise<{ identity: Identity; organisations: readonly ComplaintOrganisation[] }> {
    return { identity: stillHelps(await this.people.identity(personId, 'DataComplaint')), organisations: await this.complaints.organisations(personId) };
  }

  async mine(personId: string): Promise<{ person: Person; organisations: readonly ComplaintOrganisation[]; complaints: readonly MyComplaint[] }> {
    return { person: await this.pages.themself(personId), complaints: await this.complaints.mine(personId), organisations: await this.complaints.organisations(personId) };
  }
}
