import { dice, idOf, KIND, type Id } from './dice';
import { CASE_EACH, CHARITIES, JOINT_TEAM, type Town, type Worker } from './town';

/** One door: who stands where with somebody. */
export interface Tie {
  readonly id: Id;
  readonly organisation: number;
  readonly kind: 'organisation' | 'team' | 'membership';
  readonly scopeId: Id;
  readonly basis: 'registered' | 'care_team';
  /** the sharing decision behind it; none for who registered them */
  readonly decision: Id | null;
}

export interface Resident {
  readonly i: number;
  readonly id: Id;
  readonly family: string;
  readonly given: string;
  readonly preferred: string | null;
  readonly nhsNumber: string | null;
  readonly birthOffset: number;
  /** how many days before today everything began */
  readonly since: number;
  readonly practice: number;
  readonly team: number | null;
  readonly hasCase: boolean;
  readonly inJointTeam: boolean;
  readonly lead: Worker | null;
  /** days since the last conversation; null before the first */
  readonly conversation: number | null;
  readonly reviewOffset: number;
  readonly ties: readonly Tie[];
  /** of the charity that helps, where one does */
  readonly charity: Tie | null;
}

const SYLLABLES = 'Ash Beck Bram Car Dal Eal Farn Gil Hal Ing Kel Lang Mar Nor Oak Pen Rad Sel Thorn Wal'.split(' ');
const ENDS = ['', 'ton', 'ley', 'by'];
const GIVEN = (
  'Ada Agnes Aisha Alan Amir Anna Arthur Beryl Bogdan Brian Carol Chidi Clive Daisy Derek Dilys Donna Edith Elif Ewan Fatima Frank Freya Gareth Grace Halina Hugh Ibrahim ' +
  'Ines Ivor Jack Jean Joan Kamal Keith Leila Lorna Łukasz Mabel Margery Mehmet Nadia Nigel Olive Oscar Pat Priya Rasheed Rosa Ruth Siân Stan Tariq Una Vera Wanda Winston Yusuf Zoë'
).split(' ');

const preferredOf = (given: string): string => given.slice(0, 3);

/** Some family names are had by many and most by few: the product of two dice. */
const familyOf = (i: number): string => familyNamed(dice(i, 11, 40) * dice(i, 12, 40));

function familyNamed(product: number): string {
  const n = dice(product, 90, SYLLABLES.length * SYLLABLES.length * ENDS.length);
  const [first, second] = [SYLLABLES[n % 20] ?? '', SYLLABLES[Math.floor(n / 20) % 20] ?? ''];
  return first + second.toLowerCase() + (ENDS[Math.floor(n / 400)] ?? '');
}

/** Every name that anybody can have. */
export const namesOfAll = (): string[] => [...Array.from({ length: 40 * 40 }, (_, product) => familyNamed(product)), ...GIVEN, ...GIVEN.map(preferredOf)];

/** Ten digits with a check digit that fits, of a range that nobody has; none for one in eleven. */
function nhsNumberOf(i: number): string | null {
  const digits = String(400_000_000 + i * 7);
  const sum = [...digits].reduce((all, digit, place) => all + Number(digit) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : digits + String(check);
}

/** Everybody who lives there, one after the other: everybody has a practice, 45 % the council, 20 % the trust; each charity knows forty. */
export class Residents {
  private joint = 0;
  private known = 0;

  constructor(private readonly town: Town) {}

  next(i: number): Resident {
    const practice = 9 + Math.min(dice(i, 1, 40), dice(i, 2, 30), 29);
    const hasCase = dice(i, 7, CASE_EACH) === 0;
    const isCouncil = dice(i, 3, 100) < 45;
    const inJointTeam = hasCase && isCouncil && this.joint < this.town.jointCases && (this.joint += 1) > 0;
    const team = inJointTeam ? JOINT_TEAM : isCouncil ? 1 + dice(i, 4, 5) : null;
    const second = isCouncil && dice(i, 5, 10) === 0 ? 1 + dice(i, 6, 5) : null;
    const trust = dice(i, 8, 100) < 20 ? 6 + dice(i, 9, 4) : null;
    const charity = hasCase && isCouncil ? CHARITIES.first + Math.floor(this.known++ / CHARITIES.each) : null;
    const given = GIVEN[dice(i, 13, GIVEN.length)] ?? '';
    const ties = this.ties(i, { practice, team, second: second === team ? null : second, trust, charity: charity !== null && charity <= CHARITIES.last ? charity : null });
    return {
      i, id: idOf(KIND.person, i), family: familyOf(i), given, preferred: i % 7 === 0 ? preferredOf(given) : null, nhsNumber: nhsNumberOf(i), birthOffset: -(6000 + dice(i, 16, 27_000)),
      since: 1 + dice(i, 10, 700), practice, team, hasCase, inJointTeam,
      lead: hasCase && dice(i, 15, 12) > 0 ? this.town.workerFor(i, team, team === null ? practice : 1) : null,
      conversation: hasCase && i % 4 > 0 ? 1 + dice(i, 40, 45) : null, reviewOffset: dice(i, 41, 90) - 10, ties,
      charity: ties.find(({ kind }) => kind === 'membership') ?? null,
    };
  }

  private ties(i: number, who: Record<'practice', number> & Record<'team' | 'second' | 'trust' | 'charity', number | null>): Tie[] {
    const id = (k: number): Id => idOf(KIND.relationship + k, i);
    const decision = (k: number): Id => idOf(KIND.decision + k, i);
    const council = decision(2);
    const ties: Tie[] = [{ id: id(1), organisation: who.practice, kind: 'organisation', scopeId: idOf(KIND.organisation, who.practice), basis: 'registered', decision: null }];
    const teamOf = (k: number, organisation: number, team: number, decided: Id): Tie =>
      ({ id: id(k), organisation, kind: 'team', scopeId: idOf(KIND.team, team), basis: 'care_team', decision: decided });
    if (who.team !== null) ties.push(teamOf(2, 1, who.team, council));
    if (who.second !== null) ties.push(teamOf(3, 1, who.second, council));
    if (who.trust !== null) ties.push(teamOf(4, 2, who.trust, decision(4)));
    if (who.charity !== null) {
      const { n } = this.town.first(who.charity);
      ties.push({ id: id(5), organisation: who.charity, kind: 'membership', scopeId: idOf(KIND.membership, n), basis: 'care_team', decision: decision(5) });
    }
    return ties;
  }
}

