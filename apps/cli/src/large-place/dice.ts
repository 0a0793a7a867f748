const scramble = (n: number): number => {
  let h = Math.imul(n ^ (n >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** A throw of a die with so many sides, 0 the lowest: the same for the same person and throw, on every machine and in any order. */
export const dice = (n: number, which: number, sides: number): number => scramble(scramble(n) ^ Math.imul(which + 1, 0x9e3779b9)) % sides;

const HEX = Array.from({ length: 0x10000 }, (_, n) => n.toString(16).padStart(4, '0'));
/** Eight digits. */
const hex = (n: number): string => `${HEX[n >>> 16]}${HEX[n & 0xffff]}`;

/** The id of the n-th thing of a kind: a UUIDv7 that sorts as the numbers do, so that keys are filled from one end. */
export function idOf(kind: number, n: number): string {
  const rest = hex(scramble(n ^ Math.imul(kind, 0x9e3779b9))) + hex(scramble(n + Math.imul(kind, 0x85ebca6b)));
  return `0199${HEX[n >>> 16]}-${HEX[n & 0xffff]}-7${HEX[kind]?.slice(1)}-8${rest.slice(0, 3)}-${rest.slice(3, 15)}`;
}

/** What an id is of. */
export const KIND = {
  organisation: 1, team: 2, user: 3, membership: 4, integratedTeam: 5, service: 6, person: 10, relationship: 20, decision: 30, address: 40, phone: 41, case: 42, lead: 43, member: 44,
  change: 50, about: 51, relative: 52, alert: 53, plan: 54, need: 55, goal: 56, action: 57, statement: 58, line: 59, note: 60, referral: 120, moved: 121, reference: 130, request: 140,
} as const;

/** Calendar days before and after the one on which the place is made. */
export class Days {
  private readonly known = new Map<number, string>();

  /** @param today `2026-11-22` */
  constructor(private readonly today: string) {}

  /** The local day so many days from today, negative in the past. */
  day(offset: number): string {
    const known = this.known.get(offset);
    if (known) return known;
    const day = new Date(Date.parse(`${this.today}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
    this.known.set(offset, day);
    return day;
  }

  /** Late in the morning of that day, whatever the season. */
  moment(offset: number): string {
    return `${this.day(offset)} 10:30:00+00`;
  }
}
