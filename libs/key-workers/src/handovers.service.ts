import { Injectable } from '@nestjs/common';
import { CasesQueries, WEIGHTS } from '@app/cases';
import { Conflict, currentContext, Forbidden, Invalid, NotFound, type FieldFault } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { AllocationService } from './allocation.service';
import { CoverQueries, type LedCase } from './cover.queries';
import type { HandOverCases, HandOverOne } from './key-workers.commands';

/** What one key worker leads, as far as the manager may list it. */
export interface HandoverPlan {
  readonly userId: string;
  readonly name: string;
  /** those about whom the manager decides, and that open to others than named workers */
  readonly cases: readonly LedCase[];
  /** those that are handed over by themselves: restricted, or decided elsewhere */
  readonly left: readonly LedCase[];
}

/** Handing over what one key worker leads, in one act: each new key worker is asked, and whoever leads goes on until they say yes, so that nobody is without one. */
@Injectable()
export class HandoversService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly cover: CoverQueries,
    private readonly cases: CasesQueries,
    private readonly allocation: AllocationService,
  ) {}

  /** @param userId of the key worker. @throws Forbidden; NotFound for somebody who leads nobody whom the caller may list */
  plan(userId: string): Promise<HandoverPlan> {
    return this.transactions.run(async () => {
      if (!currentContext().actor.roles.includes('team_manager')) throw new Forbidden();
      const led = await this.cover.caseloadOf(userId, []);
      const name = await this.cover.nameOf(userId);
      if (!name || led.length === 0) throw new NotFound('KeyWorker', userId);
      this.records.audit({ action: 'list', subject: 'KeyWorkerAssignment', personIds: led.map(({ personId }) => personId) });
      const here = ({ mayDecide, restricted }: LedCase): boolean => mayDecide && !restricted;
      return { userId, name, cases: led.filter(here), left: led.filter((one) => !here(one)) };
    });
  }

  /**
   * Asks about each that is chosen, by the rules of one; what somebody is asked for counts with the next. Where one cannot be, nobody is asked.
   * @returns how many are asked
   * @throws as `plan`; Invalid with everything that stands in the way, or where none is chosen
   */
  handOverAll(userId: string, command: HandOverCases, at = new Date()): Promise<number> {
    return this.transactions.run(async () => {
      const { cases } = await this.plan(userId);
      const planned = new Map<string, number>();
      const faults: FieldFault[] = [];
      for (const [place, one] of command.handovers.entries()) {
        if (!one?.chosen) continue;
        const found = await this.refusal(one, command, cases, planned, at);
        faults.push(...found.map((fault) => ({ ...fault, pointer: `/handovers/${place}${fault.pointer}` })));
      }
      if (faults.length > 0) throw new Invalid(faults);
      const asked = command.handovers.filter((one) => one?.chosen).length;
      if (asked === 0) throw Invalid.field('/handovers', 'required', 'Tick those whom you hand over');
      return asked;
    });
  }

  /** Asks; what stands in the way of one, and nothing where they are asked. */
  private async refusal({ caseId, membershipId, personPreference, because, words }: HandOverOne, { reason, done, personToldOn }: HandOverCases, cases: readonly LedCase[], planned: Map<string, number>, at: Date): Promise<readonly FieldFault[]> {
    if (!cases.some((one) => one.caseId === caseId)) return [{ pointer: '/membershipId', code: 'keyWorker.none', message: 'They do not lead this case any more, or it is handed over by itself' }];
    try {
      await this.transactions.apart(() => this.allocation.handOver(caseId, { membershipId, personPreference, because: because ?? null, words: words ?? null, reason, done, personToldOn, jointVisitOn: null }, at, planned));
      planned.set(membershipId, (planned.get(membershipId) ?? 0) + WEIGHTS[(await this.cases.byId(caseId)).complexity]);
      return [];
    } catch (error) {
      if (error instanceof Invalid && error.errors.length > 0) return error.errors;
      if (error instanceof Conflict) return [{ pointer: '/membershipId', code: error.code, message: error.message }];
      throw error;
    }
  }
}
