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
});
