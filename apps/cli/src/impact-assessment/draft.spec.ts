import { draftAssessment } from './draft';
import type { Facts, Partner } from './facts';

const TODAY = { today: '2026-11-22', sendsMail: false };
const council: Partner = {
  name: 'Marlshire | County Council', sector: 'council_social_care', state: 'active', accessScope: 'team', agreementSignedOn: '2025-01-02', agreementExpiresOn: '2027-01-01', roles: { practitioner: 12, ig_lead: 1, org_admin: 1 },
};
const held: Facts = { partners: [council], kept: [{ table: 'contact_note', about: 1200, policies: 4, isForced: true }], keptFor: [{ organisation: 'Marlshire', type: 'care', years: 6, countsFrom: 'last_contact', set: true }, { organisation: 'Age Well', type: 'care', years: null, countsFrom: 'last_contact', set: false }], seals: { count: 3, last: '2026-11-22 09:00' }, strongRoles: [], readable: ['caller', 'access_log'] };

describe('the draft of an impact assessment', () => {
  it('says who takes part, on which agreement, and whom help opens a record to', () => {
    expect(draftAssessment(held, TODAY)).toContain(
      '| Marlshire \\| County Council | Council social care | signed 2025-01-02, until 2027-01-01 | the team that is named; volunteers by name alone | Leads information governance: 1; Looks after people and access: 1; Works with people: 12 |',
    );
    expect(draftAssessment(held, TODAY)).not.toContain('Look at these first');
  });

  it('says of no organisation that a volunteer is let in by anything but their own name', () => {
    const opensOf = (accessScope: Partner['accessScope']): string | undefined => draftAssessment({ ...held, partners: [{ ...council, name: 'County', accessScope }] }, TODAY).split('\n').find((line) => line.startsWith('| County'))?.split(' | ')[3];
    expect((['named', 'team', 'organisation'] as const).map(opensOf)).toEqual(['the workers who are named', 'the team that is named; volunteers by name alone', 'everybody who works with people there; volunteers by name alone']);
    expect(draftAssessment(held, TODAY)).toContain('A volunteer comes by name alone: what a team or a whole organisation opens does not open to its volunteers');
  });

  it('says what has to be looked at before anybody signs', () => {
    const text = draftAssessment({ ...held, partners: [{ ...council, name: 'Age Well', agreementExpiresOn: '2026-11-21', roles: { practitioner: 1 } }] }, TODAY);
    expect(text).toContain('- Age Well: the agreement has run out.');
    expect(text).toContain('- Age Well: nobody leads information governance');
    expect(text).toContain('- Age Well: nobody looks after people and access.');
  });

  it('cries out where the database does not hold what is promised', () => {
    const text = draftAssessment({ ...held, kept: [...held.kept, { table: 'alert', about: 1, policies: 0, isForced: false }], strongRoles: ['onestory_app'] }, TODAY);
    expect(text).toContain('**Row-level security is missing in: alert.');
    expect(text).toContain('**These roles pass it: onestory_app.');
    expect(draftAssessment(held, TODAY)).not.toContain('Stop and repair');
  });

  it('says how long each organisation keeps what, and where nobody has said so', () => {
    const text = draftAssessment(held, TODAY);
    expect(text).toContain('| Marlshire | care or support | 6 years after the last contact or the end of care | set by the organisation |');
    expect(text).toContain('| Age Well | care or support | **none is set: nothing comes to its end** | nothing is published that we know of |');
  });

  it('says whether letters go out', () => {
    expect(draftAssessment(held, { ...TODAY, sendsMail: true })).toContain('a link, and nobody’s name');
    expect(draftAssessment(held, TODAY)).toContain('nothing is sent');
  });
});
