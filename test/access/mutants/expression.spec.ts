import { mutantsOf } from './expression';

describe('the parts that can be taken out of a condition', () => {
  const taken = (sql: string): string[] => mutantsOf(sql).map((mutant) => mutant.sql);

  it('are the operands of AND and of OR, at every depth', () => {
    expect(taken('((a = 1) AND ((b = 2) OR (c = 3)))')).toEqual([
      'true', '((a = 1) AND (false OR (c = 3)))', '((a = 1) AND ((b = 2) OR false))', '(true AND ((b = 2) OR (c = 3)))', '((a = 1) AND true)',
    ]);
  });

  it('are what stands in the WHERE of a subquery', () => {
    expect(taken('(EXISTS ( SELECT 1 FROM t WHERE ((t.a = x) AND (t.b = y))))')).toContain('(EXISTS ( SELECT 1 FROM t WHERE (true AND (t.b = y))))');
  });

  it('are the arms of CASE', () => {
    expect(taken("CASE k WHEN 'own' THEN shown ELSE (a = b) END")).toEqual(['true', "CASE k WHEN 'own' THEN true ELSE (a = b) END", "CASE k WHEN 'own' THEN shown ELSE true END"]);
  });
});
