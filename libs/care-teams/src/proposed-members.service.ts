import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, idNamed } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { CareTeamMember } from './care-team-member.entity';
import type { AddToCircle } from './care-teams.commands';
import { CareTeamsService } from './care-teams.service';
import { ProposedMember } from './proposed-member.entity';

export type Proposal = Pick<ProposedMember, 'name' | 'role' | 'organisationName' | 'organisationId'> & { readonly sourceId: string };

/** Helpers whom an import names: proposed to whoever coordinates, who adds them like anybody else or says that they are none. */
@Injectable()
export class ProposedMembers {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly circle: CareTeamsService,
  ) {}

  /** What the caller's organisation was proposed and has not decided. */
  async open(personId: string): Promise<ProposedMember[]> {
    return this.transactions.run(async () =>
      (await this.records.readable(ProposedMember, 'm')).andWhere(`m.personId = :personId and m.state = 'proposed'`, { personId }).orderBy('m.name', 'ASC').addOrderBy('m.id', 'ASC').getMany());
  }

  /** @throws NotFound */
  find(personId: string, id: string): Promise<ProposedMember> {
    return this.records.get(ProposedMember, personId, id);
  }

  /** Proposes those who were not proposed before, whatever was decided about them since. @returns how many are new */
  async propose(personId: string, proposals: readonly Proposal[]): Promise<number> {
    return this.transactions.run(async () => {
      await this.persons.find(personId);
      const known = new Set((await (await this.records.readable(ProposedMember, 'm')).andWhere('m.personId = :personId', { personId }).getMany()).map(({ id }) => id));
      const fresh = new Map(proposals.map(({ sourceId, ...values }) => [idNamed(currentContext().actor.organisationId ?? '', personId, sourceId), values]));
      for (const id of known) fresh.delete(id);
      await this.records.createAll(ProposedMember, personId, [...fresh].map(([id, values]) => ({ id, ...values, state: 'proposed', category: 'circle', audience: 'internal', visibleToPerson: false })));
      return fresh.size;
    });
  }

  /** Adds somebody to the circle; whoever was proposed as them is proposed no more. @throws as `CareTeamsService.add`; NotFound, Conflict `proposal.decided` */
  async add(personId: string, command: AddToCircle): Promise<CareTeamMember> {
    return this.transactions.run(async () => {
      const member = await this.circle.add(personId, command);
      if (command.proposedId) await this.decide(personId, command.proposedId, 'taken_up');
      return member;
    });
  }

  /** Says that somebody who was proposed does not belong to the circle. */
  dismiss(personId: string, id: string): Promise<ProposedMember> {
    return this.transactions.run(() => this.decide(personId, id, 'dismissed'));
  }

  private async decide(personId: string, id: string, state: ProposedMember['state']): Promise<ProposedMember> {
    const proposed = await this.find(personId, id);
    if (proposed.state !== 'proposed') throw new Conflict('proposal.decided', 'Somebody has decided about this meanwhile. Look at the circle');
    return this.records.change(ProposedMember, { personId, id }, proposed.rowVersion, { state });
  }
}
