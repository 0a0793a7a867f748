import { createMongoAbility } from '@casl/ability';
import { abilityOf, describeSubject, lint, toSql, withFacts, type AppAbility, type AppRule } from '@app/access';

class Letter {
  ownerOrganisationId = 'a';
  category = 'plan';
  audience = 'circle';
}
describeSubject(Letter, 'item');

/** Rules as they would be without the compiler, who finds some of these traps by himself. */
const can = (conditions?: object): AppRule => ({ action: 'read', subject: Letter, ...(conditions && { conditions }) }) as AppRule;
const cannot = (conditions: object): AppRule => ({ ...can(conditions), inverted: true });
const letter = (values: object = {}): never => withFacts(Letter, { ...new Letter(), ...values }, [], 'me') as never;

describe('traps of the rules, each of which would open what it means to close', () => {
  const exceptPlans = [can(), cannot({ $or: [{ category: 'plan' }, { category: 'money' }] })];

  it('$or, $and and $not at the top of a condition are heard; the library by itself would not hear the cannot', () => {
    expect(abilityOf(exceptPlans).can('read', letter())).toBe(false);
    expect(abilityOf(exceptPlans).can('read', letter({ category: 'health' }))).toBe(true);
    const both = [can({ $and: [{ category: 'plan' }, { audience: 'circle' }] })];
    expect(abilityOf(both).can('read', letter())).toBe(true);
    expect(abilityOf(both).can('read', letter({ audience: 'internal' }))).toBe(false);
    const not = [can(), cannot({ category: { $not: { $eq: 'health' } } })];
    expect(abilityOf(not).can('read', letter())).toBe(false);
    const stock = createMongoAbility<AppAbility>(exceptPlans, { detectSubjectType: (object) => object.constructor as never });
    expect(stock.can('read', letter())).toBe(true);
  });

  it('a cannot with a typo stops the start instead of forbidding nothing', () => {
    expect(() => lint(cannot({ catgeory: 'plan' }))).toThrow('catgeory, which is no column');
  });

  it('an operator that SQL could not say stops the start', () => {
    for (const condition of [{ category: { $regex: 'p' } }, { category: { $exists: true } }, { $nor: [{ category: 'plan' }] }, { access: { $all: [] } }]) {
      expect(() => lint(can(condition))).toThrow(/is not allowed/);
    }
  });

  it('a condition that came out undefined stops the start: it would match whatever lacks the field', () => {
    expect(() => lint(can({ ownerOrganisationId: undefined }))).toThrow('is undefined');
  });

  it('a cannot over a relation that was not loaded opens; whatever is asked has its doors and its seal loaded with it', () => {
    const rules = [can(), cannot({ access: { $elemMatch: { basis: 'records' } } }), cannot({ sealedFromMe: true })];
    const bare = Object.assign(new Letter(), { sealedTo: ['you'] });
    expect(abilityOf(rules).can('read', bare as never)).toBe(true);
    const doors = [{ scopeId: 's', organisationId: 'a', basis: 'records', categories: [], refused: [], excluded: [] }];
    expect(abilityOf(rules).can('read', withFacts(Letter, new Letter(), doors, 'me') as never)).toBe(false);
    expect(abilityOf(rules).can('read', withFacts(Letter, bare, [], 'me') as never)).toBe(false);
  });

  it('to ask about the class says only that some letter may be read: SQL of the same rules shows none', () => {
    const ability = abilityOf([can({ ownerOrganisationId: 'b' })]);
    expect(ability.can('read', Letter)).toBe(true);
    expect(ability.can('read', letter())).toBe(false);
    expect(toSql(ability, 'read', Letter, 'l', () => '$1')).toBe('l.owner_organisation_id = $1::uuid');
  });

  it('without a rule nothing is let through, in both readings', () => {
    const ability = abilityOf([]);
    expect(ability.can('read', letter())).toBe(false);
    expect(toSql(ability, 'read', Letter, 'l', () => '$1')).toBe('false');
  });

  it('SQL refuses a column or a relation that it does not know, whatever the lint has let by', () => {
    for (const condition of [{ secret: 1 }, { doors: { $elemMatch: { basis: 'own' } } }, { access: { $elemMatch: { colour: 'red' } } }]) {
      expect(() => toSql(abilityOf([can(condition)]), 'read', Letter, 'l', () => '$1')).toThrow(/which is no/);
    }
  });
});
