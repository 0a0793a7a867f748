/** One event, as a calendar takes it. What it is about, where and with whom is not in it. */
export interface CalendarEvent {
  /** the same for as long as it is the same event */
  readonly uid: string;
  /** whoever holds an event takes what counts higher (RFC 5545, 3.8.7.4) */
  readonly sequence: number;
  /** when it was said that it is so */
  readonly stamp: Date;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly description: string;
  readonly link: string | null;
}

/** A letter about an event goes from one address to one other: no list of those who come (RFC 5546). */
export interface Sent {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly from: string;
  readonly to: string;
}

const LONGEST_LINE = 75;
/** In UTC, which is right on both sides of the change of summer time, and in the hour that comes twice. */
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
// A line that somebody wrote must not end ours and begin one of its own.
const text = (words: string): string => words.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n').replace(/\p{Cc}/gu, '');

/** An iCalendar object (RFC 5545); sent to somebody, an invitation or the end of one (RFC 5546, 3.2.2 and 3.2.5). */
export function icalendar({ uid, sequence, stamp, startsAt, minutes, cancelled, summary, description, link }: CalendarEvent, sent?: Sent): string {
  const ends = new Date(startsAt.getTime() + minutes * 60_000);
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//OneStory//OneStory//EN', 'CALSCALE:GREGORIAN', ...(sent ? [`METHOD:${sent.method}`] : []),
    'BEGIN:VEVENT', `UID:${uid}`, `SEQUENCE:${sequence}`, `DTSTAMP:${utc(stamp)}`, `DTSTART:${utc(startsAt)}`, `DTEND:${utc(ends)}`, `SUMMARY:${text(summary)}`, `DESCRIPTION:${text(description)}`,
    ...(link ? [`URL:${link}`] : []), ...(sent ? [`ORGANIZER:mailto:${sent.from}`, `ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:${sent.to}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** At most 75 octets a line, and no letter cut in two (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, length] = ['', 0];
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (length + octets > LONGEST_LINE) {
      parts.push(part);
      [part, length] = [' ', 1];
    }
    part += letter;
    length += octets;
  }
  return [...parts, part].join('\r\n');
}
