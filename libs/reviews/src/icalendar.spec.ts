import fc from 'fast-check';
import { eventOf, readCalendar } from '../../../test/support/icalendar';
import { icalendar, type CalendarEvent } from './icalendar';

const EVENT: CalendarEvent = {
  uid: '0190aaaa-0000-7000-8000-000000007001@onestory', sequence: 2, stamp: new Date('2026-12-01T08:00:00Z'), startsAt: new Date('2026-12-15T10:00:00Z'), minutes: 45, cancelled: false, summary: 'OneStory review',
  description: 'Your own reference: AW-0231\nSign in to read more: https://onestory.example.org/reviews', link: 'https://onestory.example.org/reviews',
};
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 200);
const inLondon = (at: Date): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' }).format(at);

describe('an entry for a calendar', () => {
  it('is read back as it was meant', () => {
    const { method, event, starts, ends, attendees } = eventOf(icalendar(EVENT));
    expect([method, starts, ends, attendees]).toEqual([null, EVENT.startsAt, new Date('2026-12-15T10:45:00Z'), []]);
    expect(event).toMatchObject({ UID: EVENT.uid, SEQUENCE: '2', DTSTAMP: '20261201T080000Z', SUMMARY: EVENT.summary, DESCRIPTION: EVENT.description, URL: EVENT.link, STATUS: 'CONFIRMED', CLASS: 'PRIVATE' });
    const whole = readCalendar(icalendar(EVENT));
    expect([whole.properties.get('VERSION')?.[0]?.value, whole.properties.has('PRODID')]).toEqual(['2.0', true]);
  });

  it('that is sent says from whom and to whom, and names nobody else', () => {
    const { method, event, attendees } = eventOf(icalendar({ ...EVENT, cancelled: true }, { method: 'CANCEL', from: 'no-reply@example.org', to: 'delphine@example.org' }));
    expect([method, event['STATUS'], event['ORGANIZER'], attendees.map(({ value }) => value)]).toEqual(['CANCEL', 'CANCELLED', 'mailto:no-reply@example.org', ['mailto:delphine@example.org']]);
    expect(attendees.flatMap(({ parameters }) => Object.keys(parameters))).not.toContain('CN');
  });

  it.each([
    ['the Friday before clocks go forward', '2027-03-26T10:00:00Z', '26/03/2027, 10:00'], ['the Monday after', '2027-03-29T09:00:00Z', '29/03/2027, 10:00'],
    ['the Friday before clocks go back', '2026-10-23T09:00:00Z', '23/10/2026, 10:00'], ['the Monday after that', '2026-10-26T10:00:00Z', '26/10/2026, 10:00'],
    ['the hour that comes twice, the first time', '2026-10-25T00:30:00Z', '25/10/2026, 01:30'], ['the hour that comes twice, the second time', '2026-10-25T01:30:00Z', '25/10/2026, 01:30'],
  ])('is at the time that was said on %s', (_, startsAt, london) => {
    const { starts } = eventOf(icalendar({ ...EVENT, startsAt: new Date(startsAt) }));
    expect([starts.toISOString(), inLondon(starts)]).toEqual([new Date(startsAt).toISOString(), london]);
  });

  it('holds whatever somebody calls a person in their own books, in lines of at most 75 octets, and nothing of it becomes a line of its own', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 5, max: 240 }), (reference, minutes) => {
      const source = icalendar({ ...EVENT, minutes, description: `Your own reference: ${reference}` });
      const { event, starts, ends } = eventOf(source);
      expect(event['DESCRIPTION']).toBe(`Your own reference: ${reference.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, '')}`);
      expect([starts, ends.getTime() - starts.getTime()]).toEqual([EVENT.startsAt, minutes * 60_000]);
      expect(readCalendar(source).components.map(({ name }) => name)).toEqual(['VEVENT']);
    }), { numRuns: RUNS });
  });

  it('stays one when the words would end it', () => {
    const { event } = eventOf(icalendar({ ...EVENT, description: 'x\r\nEND:VEVENT\r\nATTENDEE:mailto:x@example.org\\n;,' }));
    expect([event['DESCRIPTION'], event['ATTENDEE']]).toEqual(['x\nEND:VEVENT\nATTENDEE:mailto:x@example.org\\n;,', undefined]);
  });
});
