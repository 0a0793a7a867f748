import { Injectable } from '@nestjs/common';
import { CasesQueries, type IntegratedTeamChoice } from '@app/cases';
import { AllocationQueries, KeyWorkersService, type Candidate, type OpenCaseWithKeyWorker } from '@app/key-workers';
import { PersonPageQueries, ReadersQueries, type Identity, type PersonPage } from '@app/overviews';
import { currentContext, localDay } from '@app/kernel';
import type { Nameable } from '../contacts/views/audience-fields';
import { stillHelps } from './still-helps';
import { personAnswer, type PersonAnswer } from './person.json';

/** What the overview of a person is made of. */
export interface PersonOverview {
  readonly page: PersonPage;
  /** the other organisations round the person, to whom a note can be addressed */
  readonly organisations: readonly { id: string; name: string }[];
  /** who can be named alone */
  readonly people: readonly Nameable[];
  /** has the reader's organisation joined, or become key worker, in the last weeks? */
  readonly isNew: boolean;
}

const FIRST_WEEKS_MS = 28 * 86_400_000;

/** Has the caller's organisation only just come to help? */
function isNewHere({ circle, keyWorker, windDownUntil }: PersonPage, now: Date): boolean {
  const own = currentContext().actor.organisationId;
  return windDownUntil === null && [...circle, ...(keyWorker ? [keyWorker] : [])].some(({ organisationId, since }) => organisationId === own && now.getTime() - since.getTime() < FIRST_WEEKS_MS);
}

/** What is asked before a case is opened. */
export interface CaseChoices {
  readonly identity: Identity;
  readonly candidates: readonly Candidate[];
  /** teams of several employers to which the case can belong */
  readonly teams: readonly IntegratedTeamChoice[];
  /** whether one is open already, so that there is nothing to ask */
  readonly isOpen: boolean;
}

/** The page of one person, and the opening of their case. */
@Injectable()
export class PersonDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly readers: ReadersQueries,
    private readonly allocation: AllocationQueries,
    private readonly verbs: KeyWorkersService,
    private readonly cases: CasesQueries,
  ) {}

  /** @throws NotFound */
  async overview(personId: string): Promise<PersonOverview> {
    const [page, [organisations, people]] = await this.people.pageAnd(personId, () => Promise.all([this.readers.organisations(personId), this.readers.people(personId)]));
    return { page, isNew: isNewHere(page, new Date()), organisations, people };
  }

  /** @throws NotFound */
  async answer(personId: string): Promise<PersonAnswer> {
    return personAnswer(await this.people.page(personId), localDay(new Date()));
  }

  /** @throws NotFound */
  async caseChoices(personId: string): Promise<CaseChoices> {
    return { identity: stillHelps(await this.people.identity(personId)), candidates: await this.allocation.candidates(personId), teams: await this.cases.teams(), isOpen: (await this.cases.openCase(personId)) !== null };
  }

  /** @throws NotFound, Conflict `case.exists`, Invalid `keyWorker.notMember`, `keyWorker.notTrained` */
  async openCase(personId: string, command: OpenCaseWithKeyWorker): Promise<{ id: string; version: number }> {
    const { id, rowVersion } = await this.verbs.openCase(personId, command);
    return { id, version: rowVersion };
  }
}
