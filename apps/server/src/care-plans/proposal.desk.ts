import { Injectable } from '@nestjs/common';
import { DraftsService, ProposalsQueries, SuggestionsService, type ProposedPlan, type SeenSuggestion } from '@app/care-plans';
import { currentContext, NotFound } from '@app/kernel';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { PersonsService } from '@app/persons';
import { proposalItem, type ProposalItem } from './proposal-item';
import type { Offered } from './suggestions.desk';

/** A draft about which its reader is asked, beside the plan in force. */
export interface ProposalModel {
  readonly identity: Identity;
  readonly proposal: ProposedPlan;
  /** is it their organisation's draft, and theirs to write? */
  readonly mayWrite: boolean;
  readonly offered: Offered;
  /** what others, or the person, would change and nobody has answered */
  readonly suggestions: readonly SeenSuggestion[];
}

/** Gathers what the pages of a draft show that others read. */
@Injectable()
export class ProposalDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly persons: PersonsService,
    private readonly proposals: ProposalsQueries,
    private readonly drafts: DraftsService,
    private readonly suggestions: SuggestionsService,
  ) {}

  /** @throws NotFound, also where there is no such draft for the reader */
  async page(personId: string): Promise<ProposalModel> {
    const identity = await this.people.identity(personId, 'CarePlan');
    const proposal = await this.find(personId);
    const mayWrite = proposal.version.ownerOrganisationId === currentContext().actor.organisationId && (await this.drafts.mayWrite(personId));
    const { suggestions, offered } = await this.suggestions.besidePlan(personId);
    return { identity, proposal, mayWrite, offered, suggestions: suggestions.filter(({ suggestion }) => suggestion.state === 'waiting') };
  }

  /** To write down what the person said. @throws NotFound, Forbidden for who does not write it, Conflict when it does not wait for that */
  async toAgree(personId: string): Promise<ProposalModel> {
    await this.drafts.mayPlan(personId);
    const model = await this.page(personId);
    if (!model.mayWrite) throw new NotFound('PlanVersion', undefined, personId);
    if (model.proposal.version.state !== 'ready_for_agreement') model.proposal.version.moveTo('agreed');
    return model;
  }

  async answer(personId: string): Promise<ProposalItem> {
    await this.persons.find(personId);
    return proposalItem(await this.find(personId));
  }

  private async find(personId: string): Promise<ProposedPlan> {
    const proposal = await this.proposals.find(personId);
    if (!proposal) throw new NotFound('PlanVersion', undefined, personId);
    return proposal;
  }
}
