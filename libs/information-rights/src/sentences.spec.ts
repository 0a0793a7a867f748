import { sentencesOf } from './sentences';

describe('the sentences of an item', () => {
  it('stand one by one as they are written, however deep, and each once', () => {
    const body = { text: 'She fell. Her brother said: “I pushed her!” Nobody else was there.\n\nShe sleeps…  Badly? No.', lines: ['1 Mill Lane', { more: 'Her brother drinks' }], name: 'She fell.' };
    expect(sentencesOf(body)).toEqual(['She fell.', 'Her brother said: “I pushed her!” Nobody else was there.', 'She sleeps…', 'Badly?', 'No.', '1 Mill Lane', 'Her brother drinks']);
  });

  it('are no dates, ids, numbers or words of the software', () => {
    expect(sentencesOf({ happened_at: '2026-12-01T10:00:00Z', on: '2026-12-01', case: '0190aaaa-0000-7000-8000-000000000001', kind: 'home_visit', state: 'recorded', number: 3, ticked: true, none: null })).toEqual([]);
  });
});
