import { Controller, Get, Param, Query } from '@nestjs/common';
import { Colleagues, type WorkerRow } from '@app/identity';
import { Limit, Search } from '@app/kernel';
import { Organisations, type OrganisationRow, type TeamRow } from '@app/organisations';
import { MayCome } from '../http';

export class FindOrganisations {
  @Search() search?: string | null;
  @Limit(20) limit: number;
}

/** What pickers choose from. That an organisation, its teams and its workers exist is no secret between those who work together. */
@Controller('api/organisations') @MayCome('staff')
export class OrganisationsApi {
  constructor(
    private readonly organisations: Organisations,
    private readonly colleagues: Colleagues,
  ) {}

  @Get()
  async list(@Query() { search, limit }: FindOrganisations): Promise<{ items: OrganisationRow[] }> {
    return { items: await this.organisations.list(search ?? null, limit) };
  }

  @Get(':id/teams')
  async teams(@Param('id') id: string): Promise<{ items: TeamRow[] }> {
    return { items: await this.organisations.teamsOf(id) };
  }

  @Get(':id/workers')
  async workers(@Param('id') id: string, @Query() { search, limit }: FindOrganisations): Promise<{ items: WorkerRow[] }> {
    const { id: organisationId } = await this.organisations.byId(id);
    return { items: await this.colleagues.workersOf(organisationId, search ?? null, limit) };
  }
}
