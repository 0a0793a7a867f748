import { generatePeople } from './generated';
import { nhsNumberFrom } from './nhs-numbers';
import { organisationOf, teamOf } from './organisations';
import { theTwelve } from './people';
import { membershipOf, staff, staffOf } from './staff';
import { categories, type DemonstrationPerson, type OrganisationCode } from './types';

const everyone: DemonstrationPerson[] = [...theTwelve, ...generatePeople(288, 1871)];

/** Collects what is wrong, so that a failure names every person and reason at once. */
const wrong = (check: (person: DemonstrationPerson) => (string | false | undefined)[]): string[] =>
  everyone.flatMap((person) => check(person).filter((problem): problem is string => Boolean(problem)).map((problem) => `${person.key}: ${problem}`));

const ageOn = (day: string, birthDate: string): number =>
  Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);

const the = (key: string): DemonstrationPerson => {
  const found = theTwelve.find((person) => person.key === key);
  if (!found) throw new Error(`No ${key}`);
  return found;
};
const member = (key: string, organisation: OrganisationCode) => the(key).circle.find((candidate) => candidate.organisation === organisation);

describe('the people of the demonstration place', () => {
  it('are as old on 7 December 2026 as their stories say', () => {
    expect(theTwelve.map(({ given, birthDate }) => `${given} ${ageOn('2026-12-07', birthDate ?? '')}`)).toEqual([
      'Margery 82', 'Chidi 58', 'Siobhan 34', 'Rasheed 71', 'Lorna 46', 'Derek 67', 'Wanda 76', 'Tobias 24', 'Eun-ji 39', 'John 81',
      'John 56', 'Dawit 29', 'Patricia 63',
    ]);
  });

  it('have NHS numbers from 999 with a valid check digit, each held by one person', () => {
    const numbers = everyone.flatMap(({ nhsNumber, laterNhsNumber, supersededNhsNumber }) =>
      [nhsNumber, laterNhsNumber, supersededNhsNumber].filter((number): number is string => Boolean(number)));
    expect(numbers.filter((number) => !/^999\d{7}$/.test(number) || nhsNumberFrom(number.slice(0, 9)) !== number)).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(wrong(({ nhsNumber, noNhsNumberBecause }) => [!nhsNumber && !noNhsNumberBecause && 'no number and no reason'])).toEqual([]);
  });

  it('live in ZK with drama-range phones', () => {
    expect(wrong(({ address, phones, relatives }) => [
      !/^ZK[1-4] \d[A-Z]{2}$/.test(address.postcode) && address.postcode,
      ...[...phones.map(({ value }) => value), ...relatives.flatMap(({ phone }) => phone ?? [])].map(
        (phone) => !/^(01632 960|07700 900)\d{3}$/.test(phone) && phone,
      ),
    ])).toEqual([]);
  });

  it('speak only of staff, organisations and categories that exist', () => {
    expect(wrong((person) => {
      const emails = [
        ...(person.address.protected ?? []), ...person.exclusions.flatMap(({ user, sealedTo = [] }) => [user, ...sealedTo]),
        ...person.alerts.flatMap(({ raisedBy, sealedTo = [] }) => [raisedBy, ...sealedTo]),
        ...person.notes.flatMap(({ by, sealedTo = [] }) => [by, ...sealedTo]),
        ...person.circle.flatMap(({ worker, discreet }) => [...(worker ? [worker] : []), ...(discreet?.namedTo ?? [])]),
        ...(person.case?.keyWorker ? [person.case.keyWorker] : []), ...(person.spokeAlone ? [person.spokeAlone.by] : []),
      ];
      const named = [
        ...person.circle.flatMap((row) => row.categories), ...person.objections.flatMap((row) => row.categories),
        ...person.notes.map(({ category }) => category), ...person.relatives.flatMap(({ mayBeTold }) => mayBeTold),
      ];
      person.objections.forEach(({ organisation }) => organisationOf(organisation));
      return [
        ...emails.map((email) => !staff.some((someone) => someone.email === email) && email),
        ...named.map((category) => !categories.includes(category) && category),
      ];
    })).toEqual([]);
  });

  it('have circles that say who may open: the named worker, or a team of the organisation that the worker is in', () => {
    expect(wrong((person) => person.circle.flatMap(({ organisation, team, worker }) => {
      const { accessScope } = organisationOf(organisation);
      return [
        (accessScope === 'named' || person.restricted) && !worker && `${organisation} names no worker`,
        accessScope === 'team' && !team && `${organisation} names no team`,
        team && teamOf(team).owner.code !== organisation && `${team} is not a team of ${organisation}`,
        worker && team && !membershipOf(worker, organisation).teams.includes(team) && `${worker} is not in ${team}`,
        worker && !membershipOf(worker, organisation) && `${worker} is not in ${organisation}`,
      ];
    }))).toEqual([]);
  });

  it('have a trained key worker whose organisation is in the circle, unless they wait for one', () => {
    expect(wrong(({ case: episode, circle }) => {
      if (!episode) return [];
      const { keyWorker, keyWorkerFor, status } = episode;
      if (!keyWorker) return [status !== 'triage' && status !== 'awaiting_key_worker' && `${status} without a key worker`];
      const { organisation } = membershipOf(keyWorker, keyWorkerFor);
      const row = circle.find((candidate) => candidate.organisation === organisation && candidate.worker === keyWorker);
      return [
        !staffOf(keyWorker).keyWorkerTrained && `${keyWorker} is not trained`,
        staffOf(keyWorker).kind === 'volunteer' && `${keyWorker} is a volunteer`,
        !row && `${keyWorker} is not in the circle`,
      ];
    })).toEqual([]);
  });

  it('have notes only from members of the circle, about what they may know, in the time they have been in it', () => {
    expect(wrong(({ circle, notes }) => notes.flatMap(({ by, actingFor, daysAgo, category }) => {
      const { organisation } = membershipOf(by, actingFor);
      const row = circle.find((candidate) => candidate.organisation === organisation
        && (organisationOf(organisation).accessScope !== 'named' || candidate.worker === by) && candidate.categories.includes(category));
      return [
        !row && `${by} may not write about ${category}`,
        row && (daysAgo > row.joinedDaysAgo || daysAgo < (row.left?.daysAgo ?? 0)) && `${by} wrote ${daysAgo} days ago`,
      ];
    }))).toEqual([]);
  });

  it('name organisations exactly where an item is for named ones, and only those in the circle', () => {
    expect(wrong(({ circle, alerts, notes }) => [...alerts, ...notes].flatMap(({ audience, namedOrganisations = [] }) => [
      (audience === 'named') !== namedOrganisations.length > 0 && `${audience} with ${namedOrganisations.length} organisations`,
      ...namedOrganisations.map((code) => !circle.some(({ organisation }) => organisation === code) && `${code} is not in the circle`),
    ]))).toEqual([]);
  });

  it('never let somebody excluded be in their circle, and never share with an organisation what the person refused it', () => {
    expect(wrong(({ circle, exclusions, objections }) => [
      ...exclusions.map(({ user }) => circle.some(({ worker }) => worker === user) && `${user} is excluded`),
      ...objections.flatMap(({ organisation, categories: refused }) => circle.filter((row) => row.organisation === organisation && !row.left)
        .flatMap((row) => row.categories.filter((category) => refused.includes(category)).map((category) => `${organisation}: ${category}`))),
    ])).toEqual([]);
  });

  it('I21: have nobody under eighteen as carer, first contact or told', () => {
    expect(wrong(({ relatives }) => relatives.map(({ name, birthDate, mainCarer, emergencyContact, mayBeTold }) =>
      birthDate !== undefined && ageOn('2026-12-07', birthDate) < 18 && (mainCarer || emergencyContact || mayBeTold.length > 0) && name,
    ))).toEqual([]);
  });

  it('have discreet services only ever named to somebody', () => {
    expect(wrong(({ circle }) => circle.map(({ organisation, discreet, worker }) =>
      organisationOf(organisation).discreetByDefault && !(worker && discreet?.namedTo.includes(worker)) && organisation))).toEqual([]);
  });
});

describe('what the twelve asked for', () => {
  it('Margery: Warm Hearth knows the house only, and Duncan may hear of appointments and never money', () => {
    expect(member('margery-plumtree-oduya', 'WARM-HEARTH')?.categories).toEqual(['identity', 'housing']);
    expect(the('margery-plumtree-oduya').relatives.find(({ name }) => name === 'Duncan Plumtree')?.mayBeTold).toEqual(['contacts']);
  });

  it('Chidi: his wife on Ward 7 is excluded while Ward 7 is in his circle, and his mood is with practice and trust only', () => {
    expect(the('chidi-okafor').exclusions.map(({ user }) => user)).toEqual(['ngozi.okafor@marl-general.demo.test']);
    expect(member('chidi-okafor', 'MARL-GENERAL')?.team).toBe('WARD-7');
    const knowing = the('chidi-okafor').circle.filter(({ categories: seen }) => seen.includes('mental_health'));
    expect(knowing.map(({ organisation }) => organisation)).toEqual(['MARL-VALLEY', 'WEIRSIDE-MP']);
  });

  it('Siobhan and Derek: Fernlea sees the house and nothing else; Martin Quill is in nobody’s circle', () => {
    expect(member('siobhan-keane-whitlock', 'FERNLEA')?.categories).toEqual(['identity', 'housing']);
    expect(member('derek-hallam', 'FERNLEA')?.categories).toEqual(['identity', 'housing']);
    expect(everyone.flatMap(({ circle }) => circle).filter(({ worker }) => worker === 'income@demo.test')).toEqual([]);
  });

  it('Lorna: her address opens to four, Craig is excluded and only three people know it', () => {
    const lorna = the('lorna-pettifer');
    expect(lorna.address.protected).toHaveLength(4);
    expect(lorna.exclusions).toEqual([expect.objectContaining({ user: 'craig.pettifer@tandem.demo.test', sealedTo: expect.any(Array) })]);
    const told = lorna.notes.filter(({ category }) => category === 'domestic_abuse' || category === 'safeguarding');
    expect(told.map(({ sealedTo }) => sealedTo?.length)).toEqual([3, 3]);
    expect(lorna.circle.map(({ organisation }) => organisation)).not.toContain('TANDEM');
  });

  it('Johnny: neither of his father’s nurses is in his circle, and nothing in his father’s record says New Leaf or sober', () => {
    const nurses = ['MARL-VALLEY', 'ST-ELWYNS'];
    expect(the('johnny-bywater').circle.filter(({ organisation }) => nurses.includes(organisation))).toEqual([]);
    expect(JSON.stringify(the('jack-bywater'))).not.toMatch(/New Leaf|NEW-LEAF|sober|Aidan|alcohol/i);
  });

  it('Toby: no relative may be told of Mia, and no note that names her is for his whole circle', () => {
    expect(the('toby-arkwright-singh').relatives.find(({ name }) => name.startsWith('Harpreet'))?.mustNotBeTold).toMatch('Mia');
    expect(the('toby-arkwright-singh').notes.filter(({ text }) => text.includes('Mia')).map(({ audience }) => audience)).toEqual(['named']);
  });

  it('Dawit: immigration is in nobody’s categories, and tuberculosis is with practice and trust', () => {
    const { circle, alerts, nhsNumber, case: episode } = the('dawit-tesfaye');
    expect(circle.filter(({ categories: seen }) => seen.includes('immigration'))).toEqual([]);
    const treating = circle.filter(({ categories: seen }) => seen.includes('health')).map(({ organisation }) => organisation);
    expect(treating).toEqual(['WEIRSIDE-MP', 'MARL-VALLEY']);
    expect(alerts.map(({ namedOrganisations }) => namedOrganisations)).toEqual([['WEIRSIDE-MP', 'MARL-VALLEY']]);
    expect([nhsNumber, episode?.keyWorkerFor]).toEqual([null, 'AGE-WELL']);
  });

  it('Pat: Age Well is refused every category, her volunteer self is excluded, and her earlier number is kept apart', () => {
    const pat = the('pat-ferncliffe');
    expect(pat.objections).toEqual([{ organisation: 'AGE-WELL', categories: [...categories] }]);
    expect(pat.exclusions.map(({ user }) => user)).toEqual(['pat.ferncliffe@age-well.demo.test']);
    expect([pat.nhsNumber, pat.supersededNhsNumber]).toEqual(['9990677042', '9990801428']);
  });

  it('Eun-ji signs in as herself, and Wanda’s niece as a carer who is not told of money', () => {
    expect(everyone.filter(({ account }) => account).map(({ key, account }) => [key, account])).toEqual([['eun-ji-park', 'person@demo.test']]);
    const halina = everyone.flatMap(({ relatives }) => relatives).filter(({ account }) => account);
    expect(halina.map(({ name, account }) => [name, account])).toEqual([['Halina Kowalczyk', 'carer@demo.test']]);
    expect(halina[0]?.mayBeTold).not.toContain('money');
  });
});
