import type { Category, DemonstrationRelative } from '../types';
import type { Kin } from './deal';
import { bornSo, type Identity } from './identities';
import { heritages } from './names';
import type { Random } from './random';

const told: { mayBeTold: Category[]; mustNotBeTold?: string }[] = [
  { mayBeTold: ['contacts'] },
  { mayBeTold: ['contacts'], mustNotBeTold: 'Results. I tell people myself.' },
  { mayBeTold: ['about_me', 'plan', 'contacts'], mustNotBeTold: 'Money.' },
  { mayBeTold: ['about_me', 'plan', 'health', 'contacts'] },
  { mayBeTold: ['about_me', 'circle', 'plan', 'health', 'social_care', 'contacts'] },
  { mayBeTold: [], mustNotBeTold: 'Anything, for now.' },
];

const grownUp = (age: number): string[] =>
  age > 60 ? ['Daughter', 'Son', 'Husband', 'Wife', 'Sister', 'Niece', 'Friend', 'Neighbour'] : ['Mother', 'Partner', 'Brother', 'Sister', 'Friend'];
const caredFor = (age: number): string[] => (age > 60 ? ['Husband', 'Wife', 'Mother', 'Son'] : ['Mother', 'Father', 'Partner', 'Brother']);
const men = ['Husband', 'Son', 'Brother', 'Father'];

function aRelative(person: Identity, relationship: string, random: Random): DemonstrationRelative {
  const heritage = heritages.find(({ families }) => families.includes(person.family)) ?? random.pick(heritages);
  const given = random.pick((men.includes(relationship) ? heritage.men : heritage.women).filter((name) => name !== person.given));
  const family = ['Friend', 'Neighbour', 'Niece'].includes(relationship) ? random.pick(heritage.families) : person.family;
  return { name: `${given} ${family}`, relationship, phone: `07700 900${random.between(300, 999)}`, ...random.pick(told) };
}

/** The relatives of one person: none, one or two who help, one who is cared for, or a child who helps to care. */
export function relativesOf(person: Identity, kin: Kin, random: Random): DemonstrationRelative[] {
  if (kin === 'none') return [];
  const [first = 'Friend', second = 'Neighbour'] = random.some(grownUp(person.age), 2);
  const helper = { ...aRelative(person, first, random), emergencyContact: true };
  if (kin === 'caresForOne') {
    return [{ ...aRelative(person, random.pick(caredFor(person.age)), random), livesWith: random.chance(0.7), personCaresFor: true }];
  }
  if (kin === 'youngCarer') {
    const { name, relationship } = aRelative(person, random.pick(['Daughter', 'Son']), random);
    return [
      { name, relationship, livesWith: true, youngCarer: true, birthDate: bornSo(random.between(9, 16), random), mayBeTold: [] },
      helper,
    ];
  }
  const main = random.chance(0.4) ? { ...helper, mainCarer: true, livesWith: random.chance(0.5) } : helper;
  return random.chance(0.35) ? [main, aRelative(person, second, random)] : [main];
}
