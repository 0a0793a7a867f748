/** Reads calendars and letters as the standards have it, knowing nothing of who wrote them: RFC 5545 for the one, RFC 2045 and 2046 for the other. */

export interface Property {
  readonly value: string;
  readonly parameters: Readonly<Record<string, string>>;
}
export interface Component {
  readonly name: string;
  readonly properties: ReadonlyMap<string, readonly Property[]>;
  readonly components: readonly Component[];
}

/** Throws where a line is longer than 75 octets, ends otherwise than with CRLF, or stands outside a component. */
export function readCalendar(source: string): Component {
  if (!source.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(source)) throw new Error('Lines end with CRLF');
  const long = source.split('\r\n').find((line) => Buffer.byteLength(line) > 75);
  if (long) throw new Error(`Longer than 75 octets: ${long}`);
  const lines = source.replace(/\r\n[ \t]/g, '').split('\r\n').slice(0, -1);
  const { component, rest } = readComponent(lines);
  if (rest.length > 0) throw new Error(`Behind the end: ${rest[0]}`);
  return component;
}

function readComponent([first, ...lines]: readonly string[]): { component: Component; rest: readonly string[] } {
  const name = /^BEGIN:(\w+)$/.exec(first ?? '')?.[1];
  if (!name) throw new Error(`No component begins: ${first}`);
  const properties = new Map<string, Property[]>();
  const components: Component[] = [];
  let rest: readonly string[] = lines;
  while (rest[0] !== `END:${name}`) {
    if (rest[0]?.startsWith('BEGIN:')) {
      const inner = readComponent(rest);
      components.push(inner.component);
      rest = inner.rest;
    } else {
      const [, key = '', given = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[^;:"]*)*):(.*)$/s.exec(rest[0] ?? '') ?? [];
      if (!key) throw new Error(`No property: ${rest[0]}`);
      const parameters = Object.fromEntries(given.split(';').slice(1).map((one) => one.split('=') as [string, string]));
      properties.set(key, [...(properties.get(key) ?? []), { value, parameters }]);
      rest = rest.slice(1);
    }
  }
  return { component: { name, properties, components }, rest: rest.slice(1) };
}

export const textOf = (value: string): string => value.replace(/\\([\\;,nN])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter));

/** An instant in UTC: form 2 of RFC 5545, 3.3.5. */
export function instantOf(value: string): Date {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value) ?? [];
  if (!year) throw new Error(`No instant: ${value}`);
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)));
}

/** The one event of a calendar, in plain values. */
export function eventOf(source: string): { method: string | null; event: Readonly<Record<string, string>>; starts: Date; ends: Date; attendees: readonly Property[] } {
  const calendar = readCalendar(source);
  const [event, ...others] = calendar.components;
  if (calendar.name !== 'VCALENDAR' || event?.name !== 'VEVENT' || others.length > 0) throw new Error('Not one event');
  const one = (name: string): string => {
    const [first, second] = event.properties.get(name) ?? [];
    if (!first || second) throw new Error(`Not one ${name}`);
    return first.value;
  };
  const plain = Object.fromEntries([...event.properties].filter(([, all]) => all.length === 1).map(([name, [only]]) => [name, textOf(only?.value ?? '')]));
  return { method: calendar.properties.get('METHOD')?.[0]?.value ?? null, event: plain, starts: instantOf(one('DTSTART')), ends: instantOf(one('DTEND')), attendees: event.properties.get('ATTENDEE') ?? [] };
}

export interface MimePart {
  readonly type: string;
  readonly content: string;
}

/** Every part of a letter that holds no others, decoded. */
export function partsOf(source: string): MimePart[] {
  const end = source.indexOf('\r\n\r\n');
  const headers = new Map(source.slice(0, end).replace(/\r\n[ \t]+/g, ' ').split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  const type = headers.get('content-type') ?? 'text/plain';
  const body = source.slice(end + 4);
  const boundary = /^multipart\/.*boundary="?([^";]+)"?/.exec(type)?.[1];
  // the end of the line before a boundary is the boundary's
  if (boundary) return `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1).flatMap((part) => partsOf(part.replace(/^\r\n/, '')));
  const encoding = headers.get('content-transfer-encoding') ?? '7bit';
  const content = encoding === 'base64' ? Buffer.from(body, 'base64').toString()
    : encoding === 'quoted-printable' ? Buffer.from(body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString() : body;
  return [{ type, content }];
}
