import type { EndedRecord, LegalHold, PeriodStep, RetentionPeriod } from '@app/information-rights';

interface PersonNamed {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
}

/** A record whose time is over, as JSON has it for the lead of its controller. */
export interface EndedItem {
  readonly person: PersonNamed;
  readonly type: string;
  readonly version: number;
  readonly lastOn: string;
  readonly endedOn: string;
  readonly years: number;
  readonly stands: string;
  readonly decision: { readonly because: string; readonly keepUntil: string | null; readonly at: Date; readonly by: string; readonly approved: { readonly at: Date; readonly by: string } | null } | null;
}

export const endedItem = ({ personId, name, birthDate, recordType, version, lastOn, endedOn, years, stands, because, keepUntil, decidedAt, decidedBy, approvedAt, approvedBy }: EndedRecord): EndedItem => ({
  person: { id: personId, name, birthDate }, type: recordType, version, lastOn, endedOn, years, stands,
  decision: because && decidedAt && decidedBy ? { because, keepUntil, at: decidedAt, by: decidedBy, approved: approvedAt && approvedBy ? { at: approvedAt, by: approvedBy } : null } : null,
});

/** How long one type of record is kept; `history` where it was asked for. */
export interface PeriodItem {
  readonly type: string;
  readonly version: number;
  readonly years: number | null;
  readonly published: number | null;
  readonly countsFrom: string;
  readonly history?: readonly PeriodStep[];
}

export const periodItem = ({ recordType, version, years, published, countsFrom }: RetentionPeriod, history?: readonly PeriodStep[]): PeriodItem => ({ type: recordType, version, years, published, countsFrom, ...(history && { history }) });

/** A legal hold, as JSON has it for the leads of the organisation that placed it. */
export interface HoldItem {
  readonly id: string;
  readonly version: number;
  readonly person: PersonNamed;
  readonly kind: string;
  readonly because: string;
  readonly since: string;
  readonly reviewOn: string;
  readonly placed: { readonly at: Date; readonly by: string };
  readonly looked: { readonly at: Date; readonly by: string; readonly words: string } | null;
  readonly lifted: { readonly at: Date; readonly by: string; readonly because: string } | null;
}

export const holdItem = ({ id, version, personId, name, birthDate, kind, because, since, reviewOn, placedAt, placedBy, lookedAt, lookedBy, lookedWords, liftedAt, liftedBy, liftedBecause }: LegalHold): HoldItem => ({
  id, version, person: { id: personId, name, birthDate }, kind, because, since, reviewOn, placed: { at: placedAt, by: placedBy },
  looked: lookedAt && lookedBy && lookedWords ? { at: lookedAt, by: lookedBy, words: lookedWords } : null, lifted: liftedAt && liftedBy && liftedBecause ? { at: liftedAt, by: liftedBy, because: liftedBecause } : null,
});
