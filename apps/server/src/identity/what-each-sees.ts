import { Injectable } from '@nestjs/common';
import { COLLEAGUE_ROLES, type StaffType } from '@app/identity';
import { currentContext, type Role } from '@app/kernel';
import { Organisations } from '@app/organisations';
import { whatRolesSee, type RoleSight } from '@app/overviews';
import { PRESET, presetFor } from '../care-teams/presets';
import { menuOf } from '../http/page-context';

export interface Sight extends RoleSight {
  /** the pages that they are offered */
  readonly menu: readonly string[];
}

/** What a role lets somebody see, in the caller's own organisation: found by the rules about somebody invented, so that it cannot drift from them. */
@Injectable()
export class WhatEachSees {
  constructor(private readonly organisations: Organisations) {}

  /** Each role by itself, in the order in which they are offered. */
  async roles(): Promise<Sight[]> {
    const sightOf = await this.sighting();
    const each = COLLEAGUE_ROLES.map((role) => sightOf([role]));
    // What a volunteer sees is said beside what the same role lets somebody see who is employed.
    return each.flatMap((sight) => (sight.roles.includes('practitioner') ? [sight, sightOf(['practitioner'], true)] : [sight]));
  }

  /** Those roles together, of somebody who works there in that way. */
  async together({ roles, staffType }: { roles: readonly Role[]; staffType: StaffType }): Promise<Sight> {
    return (await this.sighting())(roles, staffType === 'volunteer');
  }

  private async sighting(): Promise<(roles: readonly Role[], volunteer?: boolean) => Sight> {
    const { sector, accessScope } = await this.organisations.byId(currentContext().actor.organisationId ?? '');
    const { categories } = PRESET[presetFor(sector)];
    return (roles, volunteer) => ({ ...whatRolesSee(roles, { sector, accessScope, categories }, volunteer), menu: menuOf(roles).map(({ text }) => text) });
  }
}
