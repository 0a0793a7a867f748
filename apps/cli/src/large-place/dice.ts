const scramble = (n: number): number => {
  let h = Math.imul(n ^ (n >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** A throw of a die with so many sides, 0 the lowest: the same for the same person and throw, on every machine and in any order. */
export const dice = (n: number, which: number, sides: number): number => scramble(scramble(n) ^ Math.imul(which + 1, 0x9e3779b9)) % sides;

const digits = (many: number): string[] => Array.from({ length: 16 ** many }, (_, n) => n.toString(16).padStart(many, '0'));
const [HEX, HEX_3] = [digits(4), digits(3)];

/** The id of the n-th thing of a kind: a UUIDv7 that sorts as the numbers do, so that keys are filled from one end. */
export function idOf(kind: number, n: number): string {
  if (kind >= KIND.person) return idMade(kind, n);
  // Of the town's there are few, and every row names some.
  const all = (KNOWN[kind] ??= []);
  return (all[n] ??= idMade(kind, n));
}

const KNOWN: string[][] = [];

function idMade(kind: number, n: number): string {
  const [a, b] = [scramble(n ^ Math.imul(kind, 0x9e3779b9)), scramble(n + Math.imul(kind, 0x85ebca6b))];
  return `0199${HEX[n >>> 16]}-${HEX[n & 0xffff]}-7${HEX_3[kind]}-8${HEX_3[a & 0xfff]}-${HEX[a >>> 16]}${HEX[b >>> 16]}${HEX[b & 0xffff]}`;
}

/** What an id is of. */
export const KIND = {
  organisation: 1, team: 2, user: 3, membership: 4, integratedTeam: 5, service: 6, person: 10, relationship: 20, decision: 30, address: 40, phone: 41, case: 42, lead: 43, member: 44,
  change: 50, about: 51, relative: 52, alert: 53, plan: 54, need: 55, goal: 56, action: 57, statement: 58, line: 59, note: 60, referral: 120, moved: 121, reference: 130, request: 140,
} as const;

/** Calendar days before and after the one on which the place is made. */
export class Days {
  private readonly known = new Map<number, { day: string; moment: string }>();

  /** @param today `2026-11-22` */
  constructor(private readonly today: string) {}

  /** The local day so many days from today, negative in the past. */
  day(offset: number): string {
    return this.at(offset).day;
  }

  /** Late in the morning of that day, whatever the season. */
  moment(offset: number): string {
    return this.at(offset).moment;
  }

  private at(offset: number): { day: string; moment: string } {
    let known = this.known.get(offset);
    if (!known) {
      const day = new Date(Date.parse(`${this.today}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
      this.known.set(offset, (known = { day, moment: `${day} 10:30:00+00` }));
    }
    return known;
  }
}
