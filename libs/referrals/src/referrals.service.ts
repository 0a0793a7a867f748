import { Injectable } from '@nestjs/common';
import { CareTeamsQueries } from '@app/care-teams';
import { DirectoryService, type ServiceRow } from '@app/directory';
import { Conflict, currentContext, Forbidden, Invalid, localDay, NotFound, workingDaysAfter, type FieldFault } from '@app/kernel';
import type { PersonItem } from '@app/records';
import { authorityOf } from './by-what';
import { Needs, type NeedBehind } from './needs';
import { categoryFor } from './need-categories';
import type { MakeReferral } from './referral.commands';
import { Referral } from './referral.entity';
import { ReferralStore } from './referral.store';
import { Summaries } from './summary.service';

/** A referral of the person to that service is open already; the error says which. */
export class ReferralExists extends Conflict {
  override readonly errors: readonly FieldFault[];
  constructor(readonly referralId: string) {
    super('referral.exists', 'A referral to this service is open already');
    this.errors = [{ pointer: '/serviceId', code: 'referral.exists', message: `A referral to this service is open already: /referrals/${referralId}` }];
  }
}

/** How many working days a service has to answer: an urgent one less. The day is shown; nobody is declined by silence. */
const ANSWER_WITHIN = { routine: 5, soon: 3, urgent: 1 } as const;

type Readers = Pick<PersonItem, 'category' | 'audience' | 'namedOrganisations' | 'visibleToPerson' | 'sealedTo'>;

/** Making a referral: what goes, to whom, who may know, and what acceptance will open. */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly store: ReferralStore,
    private readonly directory: DirectoryService,
    private readonly circle: CareTeamsQueries,
    private readonly summaries: Summaries,
    private readonly needs: Needs,
  ) {}

  /**
   * Sends it. The receiver reads the frozen summary and nothing else; nothing of the record is open until they accept.
   * @throws Invalid `organisation.invalid` for one's own or one that does not take part, `service.paused`, `worker.required` where only those named may know, `names.person`, `category.notYours`;
   * Conflict `person.died`; ReferralExists
   */
  async make(personId: string, command: MakeReferral, details: { at?: Date } = {}): Promise<Referral> {
    return this.store.transactions.run(async () => {
      this.store.records.demand('create', Referral);
      const authority = authorityOf(command);
      const summary = await this.summaries.of(personId);
      await this.store.records.check('create', Referral, personId, { ownerOrganisationId: currentContext().actor.organisationId, category: 'identity', audience: 'internal', sealedTo: null });
      if (summary.person.deceasedOn) throw new Conflict('person.died', 'This person has died. Nothing is sent about them any more');
      const service = await this.service(personId, command.serviceId);
      const existing = await this.store.queries.openTo(personId, service.id);
      if (existing) throw new ReferralExists(existing);
      if (command.redirectedFromId) await this.store.own(personId, command.redirectedFromId);
      const readers = await this.readers(personId, command, service);
      const worker = await this.worker(personId, command, service, readers.sealedTo !== null || summary.person.restricted);
      const { facts, namesPerson } = await this.summaries.frozen(summary, command.facts ?? [], { needText: command.needText, whyNow: command.whyNow });
      const opens = this.summaries.opened(summary, command.opens ?? []);
      const at = details.at ?? new Date();
      const { actor } = currentContext();
      const draft = await this.store.records.create(Referral, {
        personId, ...readers, sealedTo: readers.sealedTo && worker ? [...new Set([...readers.sealedTo, worker.userId])] : readers.sealedTo,
        serviceId: service.id, serviceName: service.name, toOrganisationId: service.organisationId,
        toScopes: worker ? [worker.membershipId] : service.intake.length ? service.intake : [service.organisationId],
        needId: command.needId ?? null, needDomain: command.needDomain, needText: command.needText, whyNow: command.whyNow, urgency: command.urgency ?? 'routine', summary: facts, namesPerson,
        opens, ...authority, agreedOn: command.agreedOn ?? localDay(at), spokeAlone: command.spokeAlone ?? null,
        state: 'draft', stateReason: null, movedAt: at, senderName: actor.name, senderPhone: await this.phone(), sentAt: null, answerBy: null, question: null, answer: null, receiverName: null,
        promiseDate: null, declineReason: null, redirectServiceId: null, redirectedFromId: command.redirectedFromId ?? null, settledAt: null, endReason: null, outcome: null, outcomeWords: null,
        endedAt: null, excluded: [], relationshipId: null, decisionId: null, memberId: null,
      });
      return this.store.move(draft, 'sent', 'sender', draft.rowVersion, { sentAt: at, answerBy: workingDaysAfter(at, ANSWER_WITHIN[draft.urgency]) }, at);
    });
  }

  private async service(personId: string, id: string): Promise<ServiceRow> {
    const service = await this.directory.byId(id).catch((error: unknown) => {
      throw error instanceof NotFound ? Invalid.field('/serviceId', 'choice', 'Choose a service from the list') : error;
    });
    if (service.organisationId === currentContext().actor.organisationId) throw Invalid.field('/serviceId', 'organisation.invalid', 'This is a service of your own organisation. Add a colleague to the circle instead');
    if (service.state !== 'listed') throw Invalid.field('/serviceId', 'service.paused', `${service.name} takes no referrals now`);
    if (!service.takesReferrals) throw Invalid.field('/serviceId', 'organisation.invalid', `${service.organisation} does not take part. Ring them, or choose another service`);
    if (await this.store.queries.hasSaidNo(personId, service.organisationId)) throw Invalid.field('/serviceId', 'person.refused', `The person has said no to ${service.organisation}`);
    return service;
  }

  /** Who may know of it: no wider than the need behind it; a service whose help is nobody's business is known to those named alone. */
  private async readers(personId: string, command: MakeReferral, service: ServiceRow): Promise<Readers> {
    const need: NeedBehind | null = command.needId ? await this.needs.need(personId, command.needId) : null;
    const { actor } = currentContext();
    const known = need?.sealedTo ?? (await this.store.records.knownOnlyTo(personId)) ?? (service.discreetByDefault ? [actor.userId] : null);
    const narrow = need && need.audience !== 'circle';
    const audience = command.audience === 'internal' ? 'internal' : narrow ? need.audience : 'circle';
    return {
      category: need?.category ?? categoryFor(command.needDomain), audience, namedOrganisations: audience === 'named' && need ? need.namedOrganisations : [],
      visibleToPerson: known === null && audience === 'circle' && (need?.visibleToPerson ?? true), sealedTo: known,
    };
  }

  private async worker(personId: string, command: MakeReferral, service: ServiceRow, mustBeNamed: boolean): Promise<{ membershipId: string; userId: string } | null> {
    if (!command.membershipId) {
      if (mustBeNamed) throw Invalid.field('/membershipId', 'worker.required', `Only those named may know of this. Choose who receives it at ${service.organisation}`);
      return null;
    }
    const belongs = await this.circle.belongs(personId, service.organisationId, null, command.membershipId);
    const userId = belongs.worker ? await this.circle.workerOf(command.membershipId) : null;
    if (!userId) throw Invalid.field('/membershipId', 'worker.notMember', `Choose someone who works at ${service.organisation}`);
    return { membershipId: command.membershipId, userId };
  }

  private async phone(): Promise<string | null> {
    const { actor } = currentContext();
    if (!actor.membershipId) throw new Forbidden('action.forbidden');
    const [row] = await this.store.transactions.query<{ phone: string | null }>('select coalesce(m.phone, o.phone) as phone from membership m join organisation o on o.id = m.organisation_id where m.id = $1', [actor.membershipId]);
    return row?.phone ?? null;
  }
}
