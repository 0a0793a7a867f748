import { deal, isLed, isOpen, type Dealt } from './generator/deal';
import { relativesOf } from './generator/family';
import type { HelperName } from './generator/helpers';
import { identities, type Identity } from './generator/identities';
import { alertsOfThePlace, alsos, donts, dos, manners, passions, people, supports, wellnessWords } from './generator/lives';
import { Random } from './generator/random';
import { stories, type Story } from './generator/stories';
import { supportOf } from './generator/support';
import type { AboutMe, DemonstrationAlert, DemonstrationCircleMember, DemonstrationPerson } from './types';

function aboutMeOf(matters: string, random: Random): AboutMe {
  const confirmedDaysAgo = random.between(3, 420);
  const said = (text: string) => ({ text, voice: 'self', confirmedDaysAgo }) as const;
  const perhaps = (heading: keyof AboutMe, words: string[], probability: number): AboutMe =>
    random.chance(probability) ? { [heading]: said(random.pick(words)) } : {};
  return {
    mattersMost: said(matters),
    ...perhaps('importantPeople', people, 0.7),
    ...perhaps('howToCommunicate', manners, 0.75),
    ...perhaps('wellness', wellnessWords, 0.5),
    ...perhaps('pleaseDo', dos, 0.45),
    ...perhaps('pleaseDoNot', donts, 0.45),
    ...perhaps('howToSupport', supports, 0.4),
    ...perhaps('alsoWorthKnowing', alsos, 0.4),
  };
}

function alertsOf(circle: DemonstrationCircleMember[], random: Random): DemonstrationAlert[] {
  const raisedBy = circle[0]?.worker;
  if (!raisedBy || !random.chance(0.22)) return [];
  return [{ ...random.pick(alertsOfThePlace), raisedBy, audience: 'circle', reviewInDays: random.between(-6, 90), visibleToPerson: true }];
}

/** Spreads the cases that are not Jo's over the others who may lead, fewest first. */
class Leads {
  private readonly count = new Map<HelperName, number>();

  next({ leads }: Story): HelperName {
    const [least] = leads.filter((name) => name !== 'jo').sort((one, other) => (this.count.get(one) ?? 0) - (this.count.get(other) ?? 0));
    if (!least) throw new Error('A story needs a lead beside Jo');
    this.count.set(least, (this.count.get(least) ?? 0) + 1);
    return least;
  }
}

function storyOf({ age }: Identity, { leadIsJo }: Dealt, random: Random): Story {
  return random.pick(stories.filter(({ ages: [youngest, oldest], leads }) =>
    age >= youngest && age <= oldest && (!leadIsJo || leads.includes('jo'))));
}

/**
 * The neighbours of the twelve, with the texture of the place: `count` people, the same ones for the same `seed` (a whole
 * number). Their keys are `neighbour-001` and on; their NHS numbers begin 999 1 and never meet those of the twelve.
 */
export function generatePeople(count: number, seed: number): DemonstrationPerson[] {
  const random = new Random(seed);
  const dealt = deal(count, random);
  const leads = new Leads();
  return identities(dealt, random).map((identity, index) => {
    const traits = dealt[index];
    if (!traits) throw new Error(`Nothing was dealt to person ${index}`);
    const { age: _age, ...person } = identity;
    const { matters, thing } = random.pick(passions);
    const story = storyOf(identity, traits, random);
    const lead = traits.leadIsJo ? 'jo' : isLed(traits.course) ? leads.next(story) : null;
    const relatives = relativesOf(identity, traits.kin, random);
    const support = supportOf(traits, story, lead, { thing, relative: relatives.find(({ youngCarer }) => !youngCarer)?.name }, random);
    return {
      ...person,
      registeredBy: 'WEIRSIDE-MP',
      gpPractice: 'WEIRSIDE-MP',
      aboutMe: aboutMeOf(matters, random),
      relatives,
      alerts: isOpen(traits.course) ? alertsOf(support.circle, random) : [],
      exclusions: [],
      ...support,
    };
  });
}
