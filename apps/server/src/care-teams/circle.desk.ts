import { Injectable } from '@nestjs/common';
import { CareTeamsQueries, CareTeamsService, ProposedMembers, type CircleMember, type ProposedMember } from '@app/care-teams';
import { PersonPageQueries, ReadersQueries, type Identity } from '@app/overviews';

export interface CirclePageModel {
  readonly identity: Identity;
  readonly members: readonly CircleMember[];
  /** whom an import names as helpers: they see nothing */
  readonly proposed: readonly ProposedMember[];
  /** organisations that may open the record and have no line of their own in the circle */
  readonly others: readonly { id: string; name: string }[];
}

/** Who helps the person, as far as the reader may know. */
@Injectable()
export class CircleDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly circle: CareTeamsQueries,
    private readonly verbs: CareTeamsService,
    private readonly readers: ReadersQueries,
    private readonly proposals: ProposedMembers,
  ) {}

  async page(personId: string): Promise<CirclePageModel> {
    const identity = await this.people.identity(personId, 'Circle');
    const members = await this.circle.circle(personId);
    // Whoever winds down is told who reads the closing note where they write it, and nothing more of who goes on.
    if (identity.windDownUntil) return { identity, members, others: [], proposed: [] };
    const others = (await this.readers.organisations(personId)).filter(({ id }) => !members.some((member) => member.organisationId === id));
    return { identity, members, others, proposed: await this.proposals.open(personId) };
  }

  async member(personId: string, id: string): Promise<{ identity: Identity; member: CircleMember }> {
    return { identity: await this.people.identity(personId, 'Circle'), member: await this.verbs.memberToChange(personId, id) };
  }
}
