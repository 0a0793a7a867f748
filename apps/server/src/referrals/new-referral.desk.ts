import { Injectable } from '@nestjs/common';
import { CareTeamsQueries } from '@app/care-teams';
import { DirectoryService, type ServiceRow } from '@app/directory';
import { Colleagues, type WorkerRow } from '@app/identity';
import { isUuid } from '@app/kernel';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { authorityOf, Needs, ReferralsQueries, Summaries, type MakeReferral, type NeedBehind, type SeenReferral, type Summary } from '@app/referrals';
import { SharingConversations, type Given } from '@app/sharing';
import { FormState } from '../http';
import { stillHelps } from '../person/still-helps';
import { ServicesList, type FoundServices } from '../directory/directory.list';
import type { ChooseService } from './referrals.commands';

/** The service that is asked, and what could go along. */
export interface ChosenService {
  readonly service: ServiceRow;
  readonly summary: Summary;
  readonly workers: readonly WorkerRow[];
  /** a referral to it that is open already */
  readonly existing: string | null;
  /** by what its organisation may be told already, as far as the reader may know */
  readonly standing: Given | null;
}

export interface NewReferralModel {
  readonly identity: Identity;
  readonly query: ChooseService;
  /** the need of the plan that it is for */
  readonly need: NeedBehind | null;
  /** null once a service is chosen */
  readonly found: FoundServices | null;
  readonly chosen: ChosenService | null;
}

const MOST = 100;

/** Who may receive a referral, and what is open already. */
@Injectable()
export class ReferralChoices {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly circle: CareTeamsQueries,
    private readonly queries: ReferralsQueries,
    private readonly needs: Needs,
    private readonly sharing: SharingConversations,
  ) {}

  async standing(personId: string, organisationId: string): Promise<Given | null> {
    return (await this.sharing.grounds(personId)).find((given) => given.organisationId === organisationId) ?? null;
  }

  /** Those whom the service names, else whoever works there. */
  async workers(personId: string, service: ServiceRow): Promise<WorkerRow[]> {
    const all = await this.circle.mayBeLetIn(personId, await this.colleagues.workersOf(service.organisationId, null, MOST));
    const named = all.filter(({ membershipId }) => service.intake.includes(membershipId));
    return named.length > 0 ? named : all;
  }

  existing(personId: string, serviceId: string): Promise<string | null> {
    return this.queries.openTo(personId, serviceId);
  }

  /** @throws NotFound */
  async need(personId: string, needId: string): Promise<NeedBehind | null> {
    return isUuid(needId) ? this.needs.need(personId, needId) : null;
  }

  ofPerson(personId: string): Promise<SeenReferral[]> {
    return this.queries.ofPerson(personId);
  }
}

/** Gathers what the pages show that make a referral. */
@Injectable()
export class NewReferralDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly list: ServicesList,
    private readonly directory: DirectoryService,
    private readonly summaries: Summaries,
    private readonly others: ReferralChoices,
  ) {}

  async toMake(personId: string, query: ChooseService, form: FormState): Promise<NewReferralModel> {
    const identity = stillHelps(await this.people.identity(personId, 'Referral'));
    const serviceId = form.text('serviceId', query.service ?? '');
    const need = await this.others.need(personId, form.text('needId', query.forNeed ?? ''));
    if (!isUuid(serviceId)) return { identity, query, need, found: await this.list.found(query), chosen: null };
    const service = await this.directory.byId(serviceId);
    return {
      identity, query, need, found: null,
      chosen: { service, summary: await this.summaries.of(personId), workers: await this.others.workers(personId, service), existing: await this.others.existing(personId, serviceId),
        standing: await this.others.standing(personId, service.organisationId) },
    };
  }

  /** What will be sent, once more. @throws Invalid for what is missing of by what it may be sent */
  async toCheck(personId: string, command: MakeReferral): Promise<NewReferralModel> {
    authorityOf(command);
    return this.toMake(personId, { limit: 20 }, new FormState({ serviceId: command.serviceId, needId: command.needId ?? '' }));
  }

  /** Everything that was sent about the person, as far as the reader may know. */
  async ofPerson(personId: string): Promise<{ identity: Identity; referrals: readonly SeenReferral[] }> {
    return { identity: await this.people.identity(personId, 'Referral'), referrals: await this.others.ofPerson(personId) };
  }
}
