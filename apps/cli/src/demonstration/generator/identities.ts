import { nhsNumberFrom } from '../nhs-numbers';
import type { DemonstrationPerson } from '../types';
import type { Dealt } from './deal';
import { formats } from './lives';
import { heritageDraw, heritages } from './names';
import type { Random } from './random';
import { streets } from './streets';

export type Identity = Pick<
  DemonstrationPerson,
  | 'key' | 'nhsNumber' | 'noNhsNumberBecause' | 'given' | 'family' | 'pronouns' | 'birthDate' | 'gender' | 'languages' | 'communicationNeeds'
  | 'ethnicity' | 'address' | 'phones'
> & { age: number };

/** The day of the stories (place.md): ages are counted on it, whatever the day of seeding. */
const theDay = Date.UTC(2026, 11, 7);
const dayMs = 86_400_000;

/** A date of birth of somebody who is `age` on the day of the stories. */
export function bornSo(age: number, random: Random): string {
  const birthday = new Date(theDay - random.between(0, 360) * dayMs);
  return `${birthday.getUTCFullYear() - age}-${birthday.toISOString().slice(5, 10)}`.replace('-02-29', '-02-28');
}

/** Fewer than a third over 75; those who died were old, those with a young carer at home are not. */
function anAge({ course, kin }: Dealt, random: Random): number {
  if (course === 'died') return random.between(79, 95);
  if (kin === 'youngCarer') return random.between(32, 52);
  if (kin === 'caresForOne') return random.between(34, 79);
  const draw = random.next();
  if (draw < 0.3) return random.between(76, 97);
  if (draw < 0.6) return random.between(56, 75);
  return draw < 0.88 ? random.between(31, 55) : random.between(18, 30);
}

/** Numbers from 999 1…, apart from those of the twelve, which are 999 0…. */
function nhsNumbers(count: number): string[] {
  const numbers: string[] = [];
  for (let nine = 999_100_037; numbers.length < count; nine += 317) {
    const number = nhsNumberFrom(String(nine));
    if (number) numbers.push(number);
  }
  return numbers;
}

function phonesOf(random: Random): DemonstrationPerson['phones'] {
  const landline = { kind: 'landline', value: `01632 960${random.between(305, 999)}` } as const;
  const mobile = { kind: 'mobile', value: `07700 900${random.between(300, 999)}` } as const;
  const draw = random.next();
  if (draw < 0.04) return [];
  if (draw < 0.12) {
    return [{ ...mobile, safeContact: { whoAnswers: 'A shared phone', times: 'Mornings', voicemail: false, text: false, post: true } }];
  }
  return draw < 0.4 ? [landline] : draw < 0.75 ? [mobile] : [landline, mobile];
}

function identityOf(dealt: Dealt, key: string, nhsNumber: string, random: Random): Identity {
  const byInterpreter = dealt.needsWords && random.chance(0.55);
  const heritage = random.pick(byInterpreter ? heritages.filter(({ language }) => language) : heritageDraw);
  const woman = random.chance(0.55);
  const street = random.pick(streets);
  const age = anAge(dealt, random);
  return {
    key,
    nhsNumber: dealt.noNumber ? null : nhsNumber,
    ...(dealt.noNumber ? { noNhsNumberBecause: random.pick(['not_known_yet', 'new_arrival', 'declined'] as const) } : {}),
    given: random.pick(woman ? heritage.women : heritage.men),
    family: random.pick(heritage.families),
    pronouns: woman ? 'she/her' : 'he/him',
    gender: woman ? 'Woman' : 'Man',
    age,
    birthDate: bornSo(age, random),
    ethnicity: heritage.ethnicity,
    languages: [
      ...(heritage.language ? [{ language: heritage.language, interpreterNeeded: byInterpreter }] : []),
      ...(byInterpreter ? [] : [{ language: 'English', interpreterNeeded: false }]),
    ],
    ...(dealt.needsWords && !byInterpreter ? { communicationNeeds: random.pick(formats) } : {}),
    address: { lines: [`${random.between(1, 140)} ${street.name}`, street.area, 'Brackenbridge'], postcode: street.postcode },
    phones: phonesOf(random),
  };
}

/** Makes `other` easy to take for `one`: what every search, banner and confirmation must survive. */
function alike(one: Identity, other: Identity, sameHome: boolean): Identity {
  const { given, family, pronouns, gender, ethnicity, address } = one;
  return { ...other, given, family, pronouns, gender, ethnicity, ...(sameHome ? { address } : {}) };
}

/** Who the people are, with some of one name at one address, some of one name elsewhere, and some couples. */
export function identities(dealt: Dealt[], random: Random): Identity[] {
  const numbers = nhsNumbers(dealt.length);
  const made = dealt.map((trait, index) =>
    identityOf(trait, `neighbour-${String(index + 1).padStart(3, '0')}`, numbers[index] ?? '', random));
  const share = (of288: number): number => Math.round((of288 * dealt.length) / 288);
  const deck = random.shuffled(made.map((_, index) => index));
  const pairs = (howMany: number, change: (one: Identity, other: Identity) => Identity): void => {
    for (let pair = 0; pair < howMany; pair++) {
      const [first = 0, second = 0] = deck.splice(0, 2);
      const one = made[first];
      const other = made[second];
      if (one && other) made[second] = change(one, other);
    }
  };
  pairs(share(3), (one, other) => alike(one, other, true));
  pairs(share(5), (one, other) => alike(one, other, false));
  pairs(share(8), (one, other) => ({ ...other, family: one.family, address: one.address }));
  return made;
}
