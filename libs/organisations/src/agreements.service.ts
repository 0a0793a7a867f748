import { Injectable } from '@nestjs/common';
import { Conflict, isUuid, NotFound, StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { IMPACTS, type Agreement, type Impact, type ImpactLine } from './agreement';
import type { ResumeAgreement, SuspendAgreement } from './agreement.commands';

const SUBJECT = 'Agreement';
const AGREEMENT = `id, name, sector, state, signed_on::text as "signedOn", expires_on::text as "expiresOn", version, ours, since, because, by_name as by, by_organisation as "byOrganisation"`;
/** Longer lists are cut, and say so. */
const MOST_LISTED = 500;
const LETTER_MINUTES = 30;

/** Sharing agreements, for those who look after information in the organisation itself or in the one that hosts the place; see the migration. */
@Injectable()
export class Agreements {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** Those that are the caller's to suspend or to let go on; what is suspended first. */
  list(): Promise<Agreement[]> {
    return this.transactions.run(() => this.transactions.query<Agreement>(`select ${AGREEMENT} from agreements_kept()`));
  }

  /** @throws NotFound for one that is not the caller's, as for none */
  async one(id: string): Promise<Agreement> {
    const [one] = isUuid(id) ? await this.transactions.run(() => this.transactions.query<Agreement>(`select ${AGREEMENT} from agreements_kept() where id = $1`, [id])) : [];
    if (!one) throw new NotFound(SUBJECT, id);
    return one;
  }

  /** How many of each kind its suspension concerns, as far as the caller's organisation may know of them: as many as `lines` has. @throws NotFound */
  async impact(id: string): Promise<Record<Impact, number>> {
    return this.transactions.run(async () => {
      await this.one(id);
      const rows = await this.transactions.query<{ kind: Impact; n: number }>('select kind, count(*)::integer as n from agreement_impact($1) group by kind', [id]);
      this.records.audit({ action: 'read', subject: SUBJECT, subjectIds: [id] });
      const none = Object.fromEntries(IMPACTS.map((kind) => [kind, 0])) as Record<Impact, number>;
      return rows.reduce((all, { kind, n }) => ({ ...all, [kind]: n }), none);
    });
  }

  /** Which those are, by name. @throws NotFound */
  async lines(id: string, kind: Impact): Promise<ImpactLine[]> {
    return this.transactions.run(async () => {
      await this.one(id);
      const lines = await this.transactions.query<ImpactLine>(
        `select kind, person_id as "personId", name, birth_date::text as "birthDate", what from agreement_impact($1) where kind = $2 order by name collate "en-x-icu", person_id, what limit ${MOST_LISTED}`, [id, kind],
      );
      this.records.audit({ action: 'list', subject: SUBJECT, subjectIds: [id], personIds: [...new Set(lines.flatMap(({ personId }) => personId ?? []))] });
      return lines;
    });
  }

  /** From the next request nobody acts for the organisation, and their open streams end. @throws NotFound, StaleVersion; Conflict `agreement.state` */
  suspend(id: string, version: number, { because }: SuspendAgreement): Promise<Agreement> {
    return this.move('suspend', id, version, because);
  }

  /** What each person's decisions still allow is open again. @throws as `suspend` */
  resume(id: string, version: number, { because }: ResumeAgreement): Promise<Agreement> {
    return this.move('resume', id, version, because);
  }

  private move(act: 'suspend' | 'resume', id: string, version: number, because: string): Promise<Agreement> {
    return this.transactions.run(async () => {
      const before = await this.one(id);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ done: string }>(`select ${act}_agreement($1, $2, $3) as done`, [id, version, because]);
      if (row?.done === 'stale') throw new StaleVersion(before);
      if (row?.done !== 'done') throw new Conflict('agreement.state', act === 'suspend' ? 'It is suspended already' : 'It is not suspended');
      this.records.audit({ action: act, subject: SUBJECT, subjectIds: [id] });
      const told = await this.transactions.query<{ userId: string; there: boolean }>('select user_id as "userId", there from agreement_told($1)', [id]);
      for (const { userId, there } of told) this.transactions.remind(there ? { userId, agreement: true } : { userId }, there ? 0 : LETTER_MINUTES);
      // Whoever suspends the agreement of their own organisation reads nothing of it any more.
      return { ...before, state: act === 'suspend' ? 'suspended' : 'active', version: version + 1 };
    });
  }
}
