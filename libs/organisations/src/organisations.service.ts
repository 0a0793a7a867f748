import { Injectable } from '@nestjs/common';
import { isUuid, NotFound } from '@app/kernel';
import { OrganisationsQueries, type OrganisationRow, type TeamRow } from './organisations.queries';

/** Organisations of every sector. Everyone who is signed in may know that an organisation and its teams exist. */
@Injectable()
export class Organisations {
  constructor(private readonly queries: OrganisationsQueries) {}

  /** @throws NotFound */
  async byId(id: string): Promise<OrganisationRow> {
    const found = isUuid(id) ? await this.queries.byId(id) : null;
    if (!found) throw new NotFound('Organisation', id);
    return found;
  }

  /** @throws NotFound */
  async byCode(code: string): Promise<OrganisationRow> {
    const found = await this.queries.byCode(code);
    if (!found) throw new NotFound('Organisation', code);
    return found;
  }

  /** Active organisations to choose from; `search` is found as it stands in the name. */
  list(search: string | null, limit: number): Promise<OrganisationRow[]> {
    return this.queries.list(search, limit);
  }

  /** @throws NotFound */
  async teamsOf(organisationId: string): Promise<TeamRow[]> {
    await this.byId(organisationId);
    return this.queries.teamsOf(organisationId);
  }

  /** @throws NotFound */
  async teamById(id: string): Promise<TeamRow> {
    const found = isUuid(id) ? await this.queries.teamById(id) : null;
    if (!found) throw new NotFound('Team', id);
    return found;
  }
}
