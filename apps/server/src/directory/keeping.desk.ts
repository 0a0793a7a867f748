import { Injectable } from '@nestjs/common';
import { DirectoryService, type DescribeService, type ServiceRow, type StopService } from '@app/directory';
import { Colleagues } from '@app/identity';
import { currentContext, Forbidden } from '@app/kernel';
import { Organisations } from '@app/organisations';

const MOST_COLLEAGUES = 100;

/** Somebody, or a team, of the caller's organisation who may receive referrals. */
export interface Receiver {
  readonly id: string;
  readonly name: string;
}

/** One entry as whoever keeps it changes it; null before it is written. */
export interface KeptService {
  readonly service: ServiceRow | null;
  readonly receivers: readonly Receiver[];
}

/** An organisation's own entries in the directory. */
@Injectable()
export class KeepingDesk {
  constructor(
    private readonly directory: DirectoryService,
    private readonly organisations: Organisations,
    private readonly colleagues: Colleagues,
  ) {}

  /** @throws Forbidden for whoever keeps none */
  own(): Promise<ServiceRow[]> {
    return this.directory.own();
  }

  /** @throws Forbidden for whoever keeps none */
  async blank(): Promise<KeptService> {
    await this.directory.own();
    return { service: null, receivers: await this.receivers() };
  }

  /** @throws NotFound, Forbidden */
  async kept(id: string): Promise<KeptService & { service: ServiceRow }> {
    const service = await this.directory.byId(id);
    if (!this.directory.keeps(service)) throw new Forbidden();
    return { service, receivers: await this.receivers() };
  }

  describe(command: DescribeService): Promise<ServiceRow> {
    return this.directory.describe(command);
  }

  change(id: string, version: number, command: DescribeService): Promise<ServiceRow> {
    return this.directory.change(id, version, command);
  }

  confirm(id: string, version: number): Promise<ServiceRow> {
    return this.directory.list(id, version);
  }

  stop(id: string, version: number, command: StopService): Promise<ServiceRow> {
    return this.directory.stop(id, version, command);
  }

  private async receivers(): Promise<Receiver[]> {
    const { organisationId } = currentContext().actor;
    if (!organisationId) return [];
    const [teams, workers] = [await this.organisations.teamsOf(organisationId), await this.colleagues.workersOf(organisationId, null, MOST_COLLEAGUES)];
    return [...teams.map(({ id, name }) => ({ id, name: `The team ${name}` })), ...workers.map(({ membershipId, name, jobTitle }) => ({ id: membershipId, name: `${name}, ${jobTitle}` }))];
  }
}
