import { kindWords, linesOf } from './thing-lines';

describe('What an organisation holds', () => {
  it('is called in plain words, also a kind that nobody has named yet', () => {
    expect([kindWords('contact_note'), kindWords('hospital_stay')]).toEqual(['A note', 'Hospital stay']);
  });

  it('is read line by line: codes and days as one says them, ids left out', () => {
    expect(linesOf({ what_to_do: 'Ring first', kind: 'risk_to_staff', review_on: '2026-12-09', told: false, mentions: ['Bea', 'Cyril'], summary: { why: 'Alone', to: '0190aaaa-0000-7000-8000-000000000001' }, empty: null })).toEqual([
      { name: 'What to do', text: 'Ring first' }, { name: 'Kind', text: 'Risk to staff' }, { name: 'Review', text: '9 December 2026' }, { name: 'Told', text: 'No' }, { name: 'Mentions', text: 'Bea, Cyril' }, { name: 'Summary', text: 'Alone' },
    ]);
  });

  it('is read in words that say something to whoever it is about: what only software needs is in the data and not on paper', () => {
    expect(linesOf({ content_hash: '4afb3abf', position: 3, sequence: 0, opens_to: 'circle', opens_to_person: true, in_force: false, key: 'carer:0190aaaa-0000-7000-8000-000000000001' })).toEqual([]);
    expect(linesOf({ entity: 'CareAction', from_state: 'open', to_state: 'in_progress', actor_name: 'Jo Whitcombe', voice: 'self', may_be_told: ['plan', 'housing'], state: 'recorded', text: 'tired' })).toEqual([
      { name: 'What changed', text: 'A step of the plan' }, { name: 'Before', text: 'Open' }, { name: 'Since then', text: 'In progress' }, { name: 'By', text: 'Jo Whitcombe' }, { name: 'Whose words', text: 'Their own' },
      { name: 'May be told', text: 'plan and goals, home' }, { name: 'State', text: 'Recorded' }, { name: 'Text', text: 'tired' },
    ]);
    expect(linesOf({ entity: 'Whatever', state: 'half [hidden: legal advice]', voice: '[hidden: legal advice]' })).toEqual([{ name: 'What changed', text: 'Whatever' }, { name: 'State', text: 'half [hidden: legal advice]' }, { name: 'Whose words', text: '[hidden: legal advice]' }]);
    expect(['huddle_line', 'review', 'review_invitee'].map(kindWords)).toEqual(['What was decided in a huddle', 'A review', 'Who was asked to a review']);
  });
});
