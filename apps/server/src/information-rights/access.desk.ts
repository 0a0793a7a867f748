import { Injectable } from '@nestjs/common';
import { SubjectAccess, type AccessPart, type AccessStatus, type AskedOfUs, type HeldThing, type RecordAccessRequest } from '@app/information-rights';
import { currentContext } from '@app/kernel';
import { AccessLogQueries, PersonPageQueries, type Identity, type LoggedPerson } from '@app/overviews';
import { PersonsService } from '@app/persons';
import { stillHelps } from '../person/still-helps';

export interface PartModel {
  readonly part: AccessPart;
  readonly things: readonly HeldThing[];
  readonly others: readonly AccessStatus[];
}

/** Who asks for a copy of what is held about whom, and what comes of it. */
@Injectable()
export class AccessDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly persons: PersonsService,
    private readonly log: AccessLogQueries,
    private readonly access: SubjectAccess,
  ) {}

  /** For whoever works with the person. @throws NotFound */
  async toAsk(personId: string): Promise<{ identity: Identity; asked: readonly AskedOfUs[] }> {
    return { identity: stillHelps(await this.people.identity(personId, 'SubjectAccess')), asked: await this.access.askedOfUs(personId) };
  }

  /** For the lead, who reads a name and a birth date. @throws NotFound */
  async toAskAsLead(personId: string): Promise<{ person: LoggedPerson; asked: readonly AskedOfUs[] }> {
    return { person: await this.log.person(personId), asked: await this.access.askedOfUs(personId) };
  }

  /** @throws NotFound */
  async asked(personId: string): Promise<AskedOfUs[]> {
    await this.open(personId);
    return this.access.askedOfUs(personId);
  }

  /** @throws NotFound */
  async record(personId: string, command: RecordAccessRequest): Promise<AskedOfUs[]> {
    await this.open(personId);
    return this.access.record(personId, command);
  }

  /** @throws NotFound */
  async part(id: string): Promise<PartModel> {
    return { part: await this.access.part(id), things: await this.access.things(id), others: await this.access.statuses(id) };
  }

  private async open(personId: string): Promise<void> {
    if (currentContext().actor.roles.includes('ig_lead')) await this.log.person(personId);
    else await this.persons.find(personId);
  }
}
