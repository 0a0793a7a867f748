import { NEED_DOMAIN_WORDS, NEED_DOMAINS } from '@app/directory';
import type { Copies } from './copies';
import { dice, idOf, KIND, type Days } from './dice';

export const JOINT_TEAM = 10;
const JOINT = { cases: 250, share: 0.03 };
export const SERVICES = 20_000;
const COUNCIL_TEAMS = 5;
/**
 * One in so many has an open case: twice as many as are to have personalised care in England, so that there is enough to measure.
 * @see https://www.england.nhs.uk/personalisedcare/upc/
 */
export const CASE_EACH = 10;
export const CHARITIES = { first: 39, last: 60, each: 40 };

export interface Worker {
  readonly n: number;
  readonly organisation: number;
  /** teams by their numbers; none where the whole organisation works together */
  readonly teams: readonly number[];
}

const sectorOf = (n: number): [sector: string, accessScope: string] => {
  if (n <= 4) return [['council_social_care', 'nhs_community', 'nhs_acute', 'mental_health'][n - 1] as string, 'team'];
  if (n <= 8) return ['housing_association', 'named'];
  return n < CHARITIES.first ? ['nhs_primary', 'organisation'] : ['vcse', 'named'];
};
const employerOf = (team: number): number => (team <= COUNCIL_TEAMS || team === JOINT_TEAM ? 1 : 2);

/** Sixty organisations as a place has them, their teams and staff, and a directory. */
export class Town {
  readonly workers: Worker[] = [];
  /** how many cases the joint team has: fewer in a small place, or nobody would be left to the others */
  readonly jointCases: number;
  private readonly byTeam = new Map<number, Worker[]>();
  private readonly byOrganisation = new Map<number, Worker[]>();

  /** Thirty open cases a key worker. The first of the council is in each of its five teams: the widest view that there is. */
  constructor(people: number) {
    this.jointCases = Math.min(JOINT.cases, Math.ceil(people * JOINT.share));
    const council = Math.ceil((people * 0.45) / CASE_EACH / 30);
    this.hire(1, [1, 2, 3, 4, 5]);
    for (let k = 2; k <= Math.max(council, 6); k++) this.hire(1, [1 + (k % COUNCIL_TEAMS)]);
    for (let k = 0; k < 10; k++) this.hire(1, [JOINT_TEAM]);
    for (let k = 0; k < 20; k++) this.hire(2, [6 + (k % 4)]);
    for (let n = 9; n < CHARITIES.first; n++) for (let k = 0; k < Math.ceil((people * 0.55) / CASE_EACH / 30 / 30); k++) this.hire(n, []);
    for (let n = CHARITIES.first; n <= CHARITIES.last; n++) this.hire(n, []);
  }

  /** Somebody of the team, or of an organisation that has none: the same for the same number. */
  workerFor(n: number, team: number | null, organisation: number): Worker {
    const among = (team === null ? this.byOrganisation.get(organisation) : this.byTeam.get(team)?.filter(({ teams }) => teams.length === 1)) ?? [];
    return among[dice(n, 14, among.length)] as Worker;
  }

  first(organisation: number): Worker {
    return this.byOrganisation.get(organisation)?.[0] as Worker;
  }

  /** The first of the joint team manages it. */
  get manager(): Worker {
    return this.byTeam.get(JOINT_TEAM)?.[0] as Worker;
  }

  write(copies: Copies, days: Days): void {
    for (let n = 1; n <= CHARITIES.last; n++) {
      const [sector, scope] = sectorOf(n);
      copies.add('organisation', 'id, code, name, sector, state, access_scope, phone, source', idOf(KIND.organisation, n), `LP${n}`, `${sector.replaceAll('_', ' ')} ${n}`, sector, 'active', scope, `01632 96${String(n).padStart(4, '0')}`, 'system');
    }
    for (let n = 1; n <= JOINT_TEAM; n++) {
      copies.add('team', 'id, organisation_id, name, duty_phone', idOf(KIND.team, n), idOf(KIND.organisation, employerOf(n)), n === JOINT_TEAM ? 'Joint team' : `Locality team ${n}`, `01632 95${String(n).padStart(4, '0')}`);
    }
    for (const worker of this.workers) this.writeWorker(copies, worker);
    this.writeJointTeam(copies);
    this.writeServices(copies, days);
  }

  /** With whose addresses the place can be tried. */
  emailOf(worker: Worker): string {
    if (worker === this.manager) return 'manager@large.test';
    return [1, 2, CHARITIES.first].includes(worker.organisation) && worker === this.first(worker.organisation) ? `first${worker.organisation}@large.test` : `worker${worker.n}@large.test`;
  }

  private hire(organisation: number, teams: readonly number[]): void {
    const worker = { n: this.workers.length + 1, organisation, teams };
    this.workers.push(worker);
    this.byOrganisation.set(organisation, [...(this.byOrganisation.get(organisation) ?? []), worker]);
    for (const team of teams) this.byTeam.set(team, [...(this.byTeam.get(team) ?? []), worker]);
  }

  private writeWorker(copies: Copies, worker: Worker): void {
    const { n, organisation, teams } = worker;
    copies.add('user_account', 'id, name, email, kind, state', idOf(KIND.user, n), `Worker ${n}`, this.emailOf(worker), 'staff', 'active');
    copies.add('membership', 'id, user_id, organisation_id, roles, job_title, key_worker_trained, capacity_points', idOf(KIND.membership, n), idOf(KIND.user, n),
      idOf(KIND.organisation, organisation), worker === this.manager ? ['practitioner', 'team_manager'] : ['practitioner'], 'Worker', true, 45);
    for (const team of teams) copies.add('team_member', 'team_id, membership_id', idOf(KIND.team, team), idOf(KIND.membership, n));
  }

  /** Of two employers, hosted by the council. */
  private writeJointTeam(copies: Copies): void {
    copies.add('integrated_team', 'id, name, host_organisation_id', idOf(KIND.integratedTeam, 1), 'Brackenbridge joint team', idOf(KIND.organisation, 1));
    for (const worker of [...(this.byTeam.get(JOINT_TEAM) ?? []), this.first(2)]) {
      copies.add('integrated_team_member', 'integrated_team_id, membership_id, manages', idOf(KIND.integratedTeam, 1), idOf(KIND.membership, worker.n), worker === this.manager);
    }
  }

  private writeServices(copies: Copies, days: Days): void {
    const all = new Set<string>();
    for (let n = 1; n <= SERVICES; n++) {
      const organisation = serviceOwner(n);
      const need = NEED_DOMAINS[dice(n, 71, NEED_DOMAINS.length)] ?? 'home';
      const name = `${WHAT[dice(n, 72, WHAT.length)]} ${FOR[dice(n, 73, FOR.length)]} ${n}`;
      const area = `Ward ${n % 500}`;
      const how = 'twice a week, with somebody who listens. Ring first.';
      const [words, areaWords] = [wordsOf(`${name} ${sectorOf(organisation)[0].replaceAll('_', ' ')} ${organisation} ${NEED_DOMAIN_WORDS[need]} ${how}`), wordsOf(area)];
      for (const word of [...words, ...areaWords]) all.add(word);
      copies.add('service', 'id, organisation_id, name, description, needs, area, phone, name_words, words, area_words, verified_on, state, source', idOf(KIND.service, n), idOf(KIND.organisation, organisation), name,
        `${name}: ${how}`, [need], area, '01632 960000', name.toLowerCase(), words, areaWords, days.day(-dice(n, 74, 300)), n % 40 === 0 ? 'paused' : 'listed', 'system');
    }
    for (const word of all) copies.add('service_word', 'word', word);
  }
}

/** Most of what can be asked for is offered by charities. */
export const serviceOwner = (n: number): number => (n % 10 === 0 ? 1 + (n % 8) : CHARITIES.first + (n % 22));

const WHAT = ['Choir', 'Gardening', 'Befriending', 'Debt advice', 'Swimming', 'Damp repairs', 'Transport', 'Counselling', 'Lunch club', 'Carers meeting', 'Walking football', 'Home from hospital'];
const FOR = ['for everybody', 'for older people', 'for young carers', 'for veterans', 'after a stroke', 'at home', 'in the evening', 'by phone', 'in the library', 'for newcomers'];
const wordsOf = (text: string): string[] => [...new Set(text.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean))].sort();
