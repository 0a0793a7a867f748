import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentContext } from '@app/kernel';
import { NeedQuestion, Needs, type NeedBehind } from '@app/referrals';
import { PlanContentQueries } from './plan-content.queries';
import { Need, type NeedDomain } from './plan-items.entity';

/** What of a plan the directory calls by a longer name. */
const IN_DIRECTORY = { people: 'people_loneliness', work: 'work_meaning', spiritual: 'spiritual_cultural', transport: 'transport_environment' } as const;
/** A part of life, as the directory names what a service helps with. */
export const inDirectory = (domain: NeedDomain): NeedBehind['domain'] => (domain in IN_DIRECTORY ? IN_DIRECTORY[domain as keyof typeof IN_DIRECTORY] : (domain as NeedBehind['domain']));

/** Answers for the needs of the plan that stands, as far as the caller may see it. */
@Injectable()
export class PlanNeeds extends NeedQuestion implements OnModuleInit {
  constructor(
    private readonly needs: Needs,
    private readonly contents: PlanContentQueries,
  ) {
    super();
  }

  onModuleInit(): void {
    this.needs.register(this);
  }

  /** @param needId the id that the need keeps from version to version */
  async need(personId: string, needId: string): Promise<NeedBehind | null> {
    const found = (await this.contents.rows(Need, personId, { inForce: true })).find((one) => one.itemId === needId);
    if (!found) return null;
    const { itemId: id, domain, text, category, audience, visibleToPerson, sealedTo, ownerOrganisationId } = found;
    // Whoever wrote it for others by name reads it too.
    const namedOrganisations = ownerOrganisationId === currentContext().actor.organisationId ? found.namedOrganisations : [...found.namedOrganisations, ownerOrganisationId];
    return { id, domain: inDirectory(domain), text, category, audience, namedOrganisations, visibleToPerson, sealedTo };
  }
}
