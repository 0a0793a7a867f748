import { generatePeople } from './generated';
import { theTwelve } from './people';
import type { DemonstrationPerson } from './types';

const neighbours = generatePeople(288, 1871);
const howMany = (which: (person: DemonstrationPerson) => boolean, people = neighbours): number => people.filter(which).length;
const ageOf = ({ birthDate }: DemonstrationPerson): number => 2026 - Number(birthDate?.slice(0, 4)) - ('12-07' < (birthDate ?? '').slice(5) ? 1 : 0);
const open = ({ case: episode }: DemonstrationPerson): boolean => ['active', 'monitoring', 'on_hold'].includes(episode?.status ?? '');
const inCircle = (email: string) => ({ circle }: DemonstrationPerson): boolean => circle.some(({ worker }) => worker === email);

describe('the neighbours of the twelve', () => {
  it('are the same people for the same seed, and others for another', () => {
    expect(generatePeople(288, 1871)).toEqual(neighbours);
    expect(generatePeople(288, 1872).map(({ given, family }) => `${given} ${family}`)).not.toEqual(
      neighbours.map(({ given, family }) => `${given} ${family}`),
    );
  });

  it('have keys of their own, apart from the twelve', () => {
    const keys = [...theTwelve, ...neighbours].map(({ key }) => key);
    expect(new Set(keys).size).toBe(301);
  });

  it.each([1, 7, 1871, 20261207])('keep the texture of the place whatever the seed: %i', (seed) => {
    const people = generatePeople(288, seed);
    expect(howMany(({ languages, communicationNeeds }) =>
      Boolean(communicationNeeds) || languages.some(({ interpreterNeeded }) => interpreterNeeded), people)).toBe(35);
    expect(howMany(({ relatives }) => relatives.length === 0, people)).toBe(26);
    expect(howMany(({ relatives }) => relatives.some(({ personCaresFor }) => personCaresFor), people)).toBe(43);
    expect(howMany(({ relatives }) => relatives.some(({ youngCarer }) => youngCarer), people)).toBe(6);
    expect(howMany(({ deceasedOn }) => deceasedOn !== undefined, people)).toBe(3);
    expect(howMany(({ moving }) => moving !== undefined, people)).toBe(4);
    expect(howMany(({ case: episode }) => episode?.closed?.reason === 'Goals met', people)).toBe(2);
    expect(howMany(({ objections }) => objections.length > 0, people)).toBe(10);
    expect(howMany((person) => ageOf(person) > 75, people)).toBeLessThan(96);
    expect(howMany((person) => ageOf(person) > 75, people)).toBeGreaterThan(50);
    expect(howMany((person) => ageOf(person) < 18, people)).toBe(0);
  });

  it('give the accounts for trying the product something to see, and the income officer nothing', () => {
    expect(howMany((person) => open(person) && person.case?.keyWorker === 'keyworker@demo.test')).toBe(26);
    expect(howMany(inCircle('voluntary@demo.test'))).toBe(10);
    expect(howMany(inCircle('housing@demo.test'))).toBeGreaterThanOrEqual(6);
    expect(howMany(({ circle }) => circle.some(({ team }) => team === 'DISTRICT-NURSING'))).toBeGreaterThan(30);
    expect(howMany(({ case: episode }) => episode?.status === 'awaiting_key_worker')).toBe(14);
    expect(howMany(inCircle('income@demo.test'))).toBe(0);
  });

  it('leave nobody but Jo with more than 28 open cases, and no lead with fewer than five', () => {
    const loads = new Map<string, number>();
    for (const { case: episode } of neighbours.filter(open)) {
      const lead = episode?.keyWorker ?? 'nobody';
      loads.set(lead, (loads.get(lead) ?? 0) + 1);
    }
    expect([...loads.keys()]).not.toContain('nobody');
    expect(Math.max(...loads.values())).toBeLessThanOrEqual(28);
    expect(Math.min(...loads.values())).toBeGreaterThanOrEqual(5);
  });

  it('have up to three notes each, spread over the last sixty days, in many different words', () => {
    expect(Math.max(...neighbours.map(({ notes }) => notes.length))).toBe(3);
    const notes = neighbours.flatMap((person) => person.notes);
    expect(notes.filter(({ daysAgo }) => daysAgo < 1 || daysAgo > 60)).toEqual([]);
    const weeks = new Set(notes.map(({ daysAgo }) => Math.floor(daysAgo / 7)));
    expect(weeks.size).toBe(9);
    expect(new Set(notes.map(({ text }) => text)).size).toBeGreaterThan(90);
    expect(notes.filter(({ about, aboutName }) => (about === 'relative') !== (aboutName !== undefined))).toEqual([]);
  });

  it('include some of one name at one address, and some of one name elsewhere', () => {
    const same = (what: (person: DemonstrationPerson) => string) => neighbours.length - new Set(neighbours.map(what)).size;
    const name = ({ given, family }: DemonstrationPerson): string => `${given} ${family}`;
    const home = ({ address }: DemonstrationPerson): string => address.lines.join();
    expect(same((person) => `${name(person)} at ${home(person)}`)).toBe(3);
    expect(same(name)).toBeGreaterThanOrEqual(8);
    expect(same(home)).toBeGreaterThanOrEqual(11);
  });

  it('have nothing written about the dead after they died', () => {
    expect(neighbours.filter(({ deceasedOn, notes }) => deceasedOn && notes.some(({ daysAgo }) => daysAgo < deceasedOn.daysAgo))).toEqual([]);
  });

  it('shrink to a small place with the same manners', () => {
    expect(generatePeople(24, 3)).toHaveLength(24);
    expect(generatePeople(0, 3)).toEqual([]);
  });
});
