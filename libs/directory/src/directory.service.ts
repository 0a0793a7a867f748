import { Injectable } from '@nestjs/common';
import { currentContext, Forbidden, Invalid, isUuid, localDay, newId, NotFound, StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { DescribeService, PauseService, StopService } from './directory.commands';
import { DirectoryQueries, type ServiceFacts, type ServicePage, type ServiceRow, type ServiceSearch } from './directory.queries';
import { mayMove, Service, type ServiceState } from './service.entity';

/** The directory of what organisations offer. Everybody who works here may read it; each organisation keeps its own entries. */
@Injectable()
export class DirectoryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly queries: DirectoryQueries,
  ) {}

  find(search: ServiceSearch, limit: number, offset = 0): Promise<ServicePage> {
    return this.transactions.run(() => this.queries.find(search, limit, offset));
  }

  /** @throws NotFound, also for somebody else's draft */
  async byId(id: string): Promise<ServiceRow> {
    const found = isUuid(id) ? await this.queries.byId(id) : null;
    if (!found) throw new NotFound('Service', id);
    return found;
  }

  /** What the caller's organisation says of its services. @throws Forbidden for whoever keeps none */
  async own(): Promise<ServiceRow[]> {
    this.records.demand('change', Service);
    const { organisationId } = currentContext().actor;
    return organisationId ? this.queries.ownedBy(organisationId) : [];
  }

  /** Does the caller keep entries at all? */
  mayKeep(): boolean {
    return this.records.ability().rulesFor('change', Service).some(({ inverted }) => !inverted);
  }

  /** Does the caller keep this entry? */
  keeps({ organisationId }: Pick<Service, 'organisationId'>): boolean {
    return organisationId === currentContext().actor.organisationId && this.records.ability().can('change', Object.assign(new Service(), { organisationId }));
  }

  /** A draft: not listed until somebody says that it is right. @throws Forbidden; Invalid `intake.notOurs` for who is not of the organisation */
  async describe(command: DescribeService): Promise<ServiceRow> {
    return this.transactions.run(async () => {
      const { actor, source } = currentContext();
      this.records.demand('create', Service);
      if (!actor.organisationId) throw new Forbidden('action.forbidden');
      await this.mustBeOurs(actor.organisationId, command.intake);
      const id = newId();
      await this.queries.insert(id, actor.organisationId, source, { ...factsOf(command), state: 'draft' });
      this.records.audit({ action: 'create', subject: 'Service', subjectIds: [id] });
      return this.byId(id);
    });
  }

  /**
   * Says something else of it. On which day somebody last said that all of it is right stays as it was.
   * @throws NotFound, Forbidden, StaleVersion; Invalid `intake.notOurs`
   */
  change(id: string, version: number, command: DescribeService): Promise<ServiceRow> {
    return this.transactions.run(async () => {
      const service = await this.toKeep(id);
      await this.mustBeOurs(service.organisationId, command.intake);
      const { state, stateReason, verifiedOn, externalId } = service;
      const sameWait = command.wait === service.wait && !command.waitAsOf;
      const facts = { ...factsOf(command), ...(sameWait && { waitAsOf: service.waitAsOf }), state, stateReason, verifiedOn, externalId };
      if (!(await this.queries.update(id, service.organisationId, version, facts))) throw new StaleVersion(service);
      this.records.audit({ action: 'change', subject: 'Service', subjectIds: [id] });
      return this.byId(id);
    });
  }

  /** Pauses or delists. @throws as `pause` */
  stop(id: string, version: number, { how, reason }: StopService): Promise<ServiceRow> {
    return this.move(id, version, how, reason);
  }

  /** Lists it, or says again that what it says is right: verified today. */
  list(id: string, version: number, details: { verifiedOn?: string } = {}): Promise<ServiceRow> {
    return this.move(id, version, 'listed', null, details.verifiedOn);
  }

  /** Takes no referrals for now, for a reason that everybody may read. */
  pause(id: string, version: number, { reason }: PauseService): Promise<ServiceRow> {
    return this.move(id, version, 'paused', reason);
  }

  delist(id: string, version: number, { reason }: PauseService): Promise<ServiceRow> {
    return this.move(id, version, 'delisted', reason);
  }

  private async toKeep(id: string): Promise<ServiceRow> {
    const service = await this.byId(id);
    this.records.demand('change', Service);
    if (!this.keeps(service)) throw new Forbidden('action.forbidden');
    return service;
  }

  private async mustBeOurs(organisationId: string, intake: readonly string[] | undefined): Promise<void> {
    if (await this.queries.areOf(organisationId, intake ?? [])) return;
    throw Invalid.field('/intake', 'intake.notOurs', 'Choose people and teams of your organisation');
  }

  private move(id: string, version: number, to: ServiceState, reason: string | null, verifiedOn = localDay(new Date())): Promise<ServiceRow> {
    return this.transactions.run(async () => {
      const service = await this.toKeep(id);
      if (!(service.state === 'listed' && to === 'listed')) mayMove(service.state, to);
      const verified = to === 'listed' ? { verifiedOn } : {};
      if (!(await this.queries.update(id, service.organisationId, version, { ...service, ...verified, state: to, stateReason: reason }))) throw new StaleVersion(service);
      this.records.audit({ action: to, subject: 'Service', subjectIds: [id] });
      return this.byId(id);
    });
  }
}

const factsOf = (command: DescribeService): Omit<ServiceFacts, 'state'> => ({
  name: command.name, description: command.description, needs: command.needs ?? [], eligibility: command.eligibility ?? null, area: command.area ?? null,
  accessibility: command.accessibility ?? null, referralRoutes: command.referralRoutes ?? null, capacity: command.capacity ?? null, wait: command.wait ?? null,
  waitAsOf: command.wait ? (command.waitAsOf ?? localDay(new Date())) : null, verifiedOn: null, cost: command.cost ?? null, phone: command.phone ?? null, email: command.email ?? null,
  url: command.url ?? null, intake: command.intake ?? [], externalId: null, stateReason: null,
});
