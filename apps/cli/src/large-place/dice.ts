const scramble = (n: number): number => {
  let h = Math.imul(n ^ (n >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** A throw of a die with so many sides, 0 the lowest: the same for the same person and throw, on every machine and in any order. */
export const dice = (n: number, which: number, sides: number): number => scramble(scramble(n) ^ Math.imul(which + 1, 0x9e3779b9)) % sides;

/** Sixteen bytes as four numbers, written many times and seldom read; in words a UUID. */
export class Id {
  constructor(readonly first: number, readonly second: number, readonly third: number, readonly fourth: number) {}

  toString(): string {
    return [this.first, this.second, this.third, this.fourth].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }
}

/** What an id is of. */
export const KIND = {
  organisation: 1, team: 2, user: 3, membership: 4, integratedTeam: 5, service: 6, person: 10, relationship: 20, decision: 30, address: 40, phone: 41, case: 42, lead: 43, member: 44,
  change: 50, about: 51, relative: 52, alert: 53, plan: 54, need: 55, goal: 56, action: 57, statement: 58, line: 59, note: 60, referral: 120, moved: 121, reference: 130, request: 140,
} as const;

const KNOWN: Id[][] = [];

/**
 * The id of the n-th thing of a kind: a UUIDv7 that sorts as the numbers do, so that keys are filled from one end. The town's, of which there are few, are the same
 * object each time.
 */
export function idOf(kind: number, n: number): Id {
  if (kind >= KIND.person) return idMade(kind, n);
  const all = (KNOWN[kind] ??= []);
  return (all[n] ??= idMade(kind, n));
}

function idMade(kind: number, n: number): Id {
  const [a, b] = [scramble(n ^ Math.imul(kind, 0x9e3779b9)), scramble(n + Math.imul(kind, 0x85ebca6b))];
  return new Id(0x01990000 | (n >>> 16), ((n & 0xffff) << 16) | 0x7000 | kind, 0x80000000 | ((a & 0xfff) << 16) | (a >>> 16), b);
}

const SECONDS = 86_400;
const LATE_MORNING = 10.5 * 3600;
const MICRO = 1_000_000;

/** Calendar days before and after the one on which the place is made, as PostgreSQL counts: from 1 January 2000. */
export class Days {
  private readonly today: number;

  /** @param today `2026-11-22` */
  constructor(today: string) {
    this.today = (Date.parse(`${today}T00:00:00Z`) - Date.UTC(2000, 0, 1)) / 1000 / SECONDS;
  }

  /** The local day so many days from today, negative in the past. */
  day(offset: number): number {
    return this.today + offset;
  }

  /** Late in the morning of that day, whatever the season; in microseconds. */
  moment(offset: number): number {
    return (this.day(offset) * SECONDS + LATE_MORNING) * MICRO;
  }
}
