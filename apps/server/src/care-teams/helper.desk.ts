import { Injectable } from '@nestjs/common';
import { Colleagues, type WorkerRow } from '@app/identity';
import { CareTeamsQueries, ProposedMembers, type ProposedMember } from '@app/care-teams';
import { isUuid } from '@app/kernel';
import { Organisations, type OrganisationRow, type TeamRow } from '@app/organisations';
import { PersonPageQueries, type Identity } from '@app/overviews';
import type { Person } from '@app/persons';
import { PeopleRound, SharingQueries, type PersonRound } from '@app/sharing';
import type { FormState } from '../http';
import type { ChooseHelper } from './circle.commands';
import { stillHelps } from '../person/still-helps';
import { presetFor, type Preset } from './presets';

/** An organisation to be added: whom of it, and what it may be given. */
export interface ChosenHelper {
  readonly organisation: OrganisationRow;
  /** only named workers open the record: no team and no organisation is let in whole */
  readonly restricted: boolean;
  readonly teams: readonly TeamRow[];
  readonly workers: readonly WorkerRow[];
  readonly preset: Preset;
  /** nobody passes on what their own organisation has not */
  readonly ownCategories: readonly string[];
}

export interface AddHelperModel {
  readonly identity: Identity;
  readonly search: string;
  /** whom an import named, when it is they who are added */
  readonly proposed: ProposedMember | null;
  /** null while nothing is looked for */
  readonly found: readonly OrganisationRow[] | null;
  readonly chosen: ChosenHelper | null;
  /** whether the person wants to be asked about each one */
  readonly asks: boolean;
  /** among whom one chooses who may know of a help that is known to few */
  readonly round: readonly PersonRound[];
}

const MOST = 100;

/** Whom one chooses among at an organisation: nobody who must not open this person's record. */
@Injectable()
export class HelperChoices {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly circle: CareTeamsQueries,
    private readonly round: PeopleRound,
  ) {}

  mayKnow(personId: string): Promise<PersonRound[]> {
    return this.round.list(personId);
  }

  async workers(personId: string, organisationId: string): Promise<WorkerRow[]> {
    return this.circle.mayBeLetIn(personId, await this.colleagues.workersOf(organisationId, null, MOST));
  }
}

/** Gathers what the form shows that adds somebody to the circle. */
@Injectable()
export class HelperDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly organisations: Organisations,
    private readonly choices: HelperChoices,
    private readonly sharing: SharingQueries,
    private readonly proposals: ProposedMembers,
  ) {}

  /** The organisation stands in the address, or in a form that was refused. */
  async toAdd(personId: string, query: ChooseHelper, form: FormState): Promise<AddHelperModel> {
    const identity = stillHelps(await this.people.identity(personId, 'Circle'));
    const proposedId = form.text('proposedId', query.proposed ?? '');
    const proposed = isUuid(proposedId) ? await this.proposals.find(personId, proposedId) : null;
    const organisationId = form.text('organisationId', query.organisation ?? proposed?.organisationId ?? '');
    const search = query.search ?? proposed?.organisationName ?? '';
    return {
      identity, search, proposed,
      asks: (await this.sharing.agreed(personId)).asks,
      round: await this.choices.mayKnow(personId),
      found: search ? await this.organisations.list(search, 20) : null,
      chosen: isUuid(organisationId) ? await this.chosen(identity.person, organisationId, query.preset ?? null) : null,
    };
  }

  private async chosen({ personId, restricted }: Person, organisationId: string, preset: Preset | null): Promise<ChosenHelper> {
    const organisation = await this.organisations.byId(organisationId);
    return {
      organisation, restricted,
      teams: restricted ? [] : await this.organisations.teamsOf(organisationId),
      workers: await this.choices.workers(personId, organisationId),
      preset: preset ?? presetFor(organisation.sector),
      ownCategories: await this.sharing.ownCategories(personId),
    };
  }
}
