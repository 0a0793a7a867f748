import { organisations, teamOf } from './organisations';
import { membershipOf, staff, staffOf } from './staff';

const every = (values: string[]) => ({ all: values.length, different: new Set(values).size });

describe('the organisations and staff of the demonstration place', () => {
  it('has one organisation for each code, each with a drama-range phone', () => {
    expect(every(organisations.map(({ code }) => code))).toEqual({ all: 25, different: 25 });
    for (const { phone, outOfHoursPhone = phone } of organisations) {
      expect([phone, outOfHoursPhone]).toEqual([expect.stringMatching(/^01632 960\d{3}$/), expect.stringMatching(/^01632 960\d{3}$/)]);
    }
  });

  it('opens records to the practice, to teams of councils and trusts, and to named workers of charities and landlords', () => {
    const scopes = new Set(organisations.map(({ sector, accessScope }) => `${sector} ${accessScope}`));
    expect([...scopes].sort()).toEqual([
      'advocacy named', 'ambulance team', 'care_provider team', 'council_housing named', 'council_social_care team',
      'housing_association named', 'mental_health team', 'nhs_acute team', 'nhs_community team', 'nhs_primary organisation',
      'nhs_primary team', 'other named', 'vcse named',
    ]);
  });

  it('hides who is helped by New Leaf and Haven Row, and by nobody else', () => {
    expect(organisations.filter(({ discreetByDefault }) => discreetByDefault).map(({ code }) => code)).toEqual(['NEW-LEAF', 'HAVEN-ROW']);
  });

  it('has one integrated team, of five employers, hosted by the county', () => {
    const { team, owner } = teamOf('NORTHGATE-WEIRSIDE-INT');
    expect(owner.code).toBe('MARLSHIRE-CC');
    expect(team.integrated).toEqual({ members: ['MARL-VALLEY', 'BRACKEN-PCN', 'MARLSHIRE-MHT', 'AGE-WELL'], meets: 'Huddle, Tuesdays 09:15' });
    const employers = staff.flatMap(({ memberships }) => memberships).filter(({ teams }) => teams.includes(team.code));
    expect(new Set(employers.map(({ organisation }) => organisation))).toEqual(new Set(['MARLSHIRE-CC', ...(team.integrated?.members ?? [])]));
  });

  it('gives everybody an address and a phone of their own', () => {
    expect(every(staff.map(({ email }) => email))).toEqual({ all: staff.length, different: staff.length });
    expect(every(staff.map(({ phone }) => phone))).toEqual({ all: staff.length, different: staff.length });
    for (const { email, phone } of staff) {
      expect(email).toMatch(/^[a-z.]+@([a-z-]+\.)?demo\.test$/);
      expect(phone).toMatch(/^(01632 960|07700 900)\d{3}$/);
    }
  });

  it('puts people only in teams of their own organisation, or in an integrated team that it belongs to', () => {
    for (const { email, memberships } of staff) {
      for (const { organisation, teams } of memberships) {
        for (const code of teams) {
          const { team, owner } = teamOf(code);
          expect({ email, code, at: [owner.code, ...(team.integrated?.members ?? [])] }).toEqual(
            { email, code, at: expect.arrayContaining([organisation]) },
          );
        }
      }
    }
  });

  it('gives every volunteer a supervisor in the same organisation, and never trains one as key worker', () => {
    const volunteers = staff.filter(({ kind }) => kind === 'volunteer');
    expect(volunteers.map(({ name }) => name)).toEqual(['Joan Whittle', 'Pat Ferncliffe', 'Craig Pettifer']);
    for (const { supervisor, keyWorkerTrained, memberships } of volunteers) {
      expect(keyWorkerTrained).toBe(false);
      expect(membershipOf(supervisor ?? 'nobody').organisation).toBe(memberships[0].organisation);
    }
  });

  it('has the accounts for trying the product', () => {
    const accounts = ['keyworker', 'nurse', 'voluntary', 'housing', 'income', 'manager', 'admin', 'ig'];
    expect(accounts.map((account) => staffOf(`${account}@demo.test`).name)).toEqual([
      'Jo Whitcombe', 'Idris Vaughan', 'Delphine Carter', 'Steph Rowe', 'Martin Quill', 'Denise Marchetti', 'Ivy Chan', 'Fran Lister',
    ]);
    expect(membershipOf('admin@demo.test').roles).toEqual(['org_admin']);
    expect(membershipOf('ig@demo.test').roles).toEqual(['ig_lead']);
    expect(staffOf('joel.akande@bracken-pcn.demo.test').memberships.map(({ organisation }) => organisation)).toEqual(['BRACKEN-PCN', 'AGE-WELL']);
  });

  it('names what is missing when somebody or a membership is not in the place', () => {
    expect(() => staffOf('stranger@demo.test')).toThrow('stranger@demo.test');
    expect(() => membershipOf('keyworker@demo.test', 'AGE-WELL')).toThrow('AGE-WELL');
  });
});
