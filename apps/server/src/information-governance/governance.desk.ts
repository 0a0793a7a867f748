import { Injectable } from '@nestjs/common';
import { Complaints, LegalHolds, Retention, SubjectAccess, WaitingRights, type AccessPart, type Complaint, type WaitingRight } from '@app/information-rights';
import { localDay } from '@app/kernel';
import { Organisations, type AgreementRow } from '@app/organisations';
import { HeldLooks, Incidents, Knowing, UnusualAccesses, type Incident } from '@app/oversight';
import { Merges } from '@app/persons';
import { EmergencyOpenings, KeptOutPeople, Restrictions, type OpeningRow } from '@app/sharing';

export interface GovernanceModel {
  readonly emergency: {
    readonly toReview: readonly OpeningRow[];
    readonly reviewed: readonly OpeningRow[];
    /** whether every practitioner of the organisation may open records in an emergency */
    readonly everybody: boolean;
  };
  /** sharing agreements that end within 30 days, or have ended */
  readonly agreements: readonly AgreementRow[];
  /** incidents that nobody has closed, the oldest first */
  readonly incidents: readonly Incident[];
  /** how many findings wait, how much is to be shown or held again by today, how many colleagues know somebody, how many restricted records are to be looked at again or open to nobody of them, and how many proposals wait that two records are of one person: as many as their lists have. And who was kept out and tried, or had their sign-in stopped: how many, and when the last */
  readonly looks: { readonly unusual: number; readonly due: number; readonly known: number; readonly restricted: number; readonly merges: number; readonly keptOut: { readonly count: number; readonly last: Date | null } };
  /** copies that are not given yet; complaints that nobody has answered; mistakes after their month; objections that nobody has decided */
  readonly rights: { readonly access: readonly AccessPart[]; readonly complaints: readonly Complaint[]; readonly corrections: readonly WaitingRight[]; readonly objections: readonly WaitingRight[] };
  /** how much has come to its end and waits for a decision, how much for the reader as second person, and how many holds are to be looked at again: as many as their lists have */
  readonly keeping: { readonly due: number; readonly toApprove: number; readonly holds: number };
}

/** What is closed to somebody: restricted records, and people who were kept out. */
@Injectable()
export class ClosedDesk {
  constructor(
    private readonly restrictions: Restrictions,
    private readonly keptOut: KeptOutPeople,
  ) {}

  async counts(today: string): Promise<Pick<GovernanceModel['looks'], 'restricted' | 'keptOut'>> {
    const reports = await this.keptOut.reports();
    return { restricted: (await this.restrictions.written()).filter(({ reviewOn, opens }) => reviewOn <= today || opens === 0).length, keptOut: { count: reports.length, last: reports[0]?.at ?? null } };
  }
}

/** What of looking at who looked waits. */
@Injectable()
export class LooksDesk {
  constructor(
    private readonly unusual: UnusualAccesses,
    private readonly held: HeldLooks,
    private readonly knowing: Knowing,
    private readonly closed: ClosedDesk,
    private readonly merges: Merges,
  ) {}

  async counts(): Promise<GovernanceModel['looks']> {
    const today = localDay(new Date());
    return { unusual: (await this.unusual.list(false)).length, due: (await this.held.list()).filter(({ reviewOn }) => reviewOn <= today).length, known: (await this.knowing.list()).length, ...(await this.closed.counts(today)), merges: (await this.merges.toDecide()).filter(({ state }) => state === 'proposed').length };
  }
}

/** What of people's rights over their information waits. */
@Injectable()
export class RightsDesk {
  constructor(
    private readonly access: SubjectAccess,
    private readonly complaints: Complaints,
    private readonly waiting: WaitingRights,
    private readonly retention: Retention,
    private readonly holds: LegalHolds,
  ) {}

  async keeping(): Promise<GovernanceModel['keeping']> {
    const lines = await this.retention.list();
    return {
      due: lines.filter(({ stands }) => stands === 'due').length, toApprove: lines.filter(({ stands, mine }) => stands === 'proposed' && !mine).length,
      holds: (await this.holds.list()).filter(({ liftedAt, reviewOn }) => liftedAt === null && reviewOn <= localDay(new Date())).length,
    };
  }

  async waits(): Promise<GovernanceModel['rights']> {
    const waiting = await this.waiting.list();
    const of = (kind: WaitingRight['kind']): WaitingRight[] => waiting.filter((one) => one.kind === kind);
    return {
      access: (await this.access.list()).filter(({ state }) => state === 'open'), complaints: (await this.complaints.list()).filter(({ answer }) => answer === null),
      corrections: of('correction'), objections: of('objection'),
    };
  }
}

/** What waits for those who look after access: each part from its own module. */
@Injectable()
export class GovernanceDesk {
  constructor(
    private readonly openings: EmergencyOpenings,
    private readonly organisations: Organisations,
    private readonly looks: LooksDesk,
    private readonly rights: RightsDesk,
    private readonly incidents: Incidents,
  ) {}

  async queue(): Promise<GovernanceModel> {
    return {
      emergency: { ...(await this.openings.queue()), everybody: await this.openings.practitionersMay() },
      agreements: await this.organisations.agreementsEnding(), incidents: (await this.incidents.list()).filter(({ closedAt }) => closedAt === null), looks: await this.looks.counts(), rights: await this.rights.waits(), keeping: await this.rights.keeping(),
    };
  }
}
