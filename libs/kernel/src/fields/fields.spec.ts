import { Invalid } from '../errors';
import { Flag, Id, Ids, ListOf, localDay, LocalDate, LongText, ManyOf, Moment, OneOf, readCommand, readQuery, Sort, Text, unreadParameters, WholeNumber } from '.';

class Person {
  @LocalDate({ past: true }) birthDate?: string;
}
class Period {
  @LocalDate() starts?: string;
  @LocalDate({ notBefore: 'starts' }) ends?: string;
}
class Visit {
  @Moment() at?: Date;
}
class Count {
  @WholeNumber({ min: 0, max: 1_000_000 }) n?: number;
}
class Note {
  @LongText({ required: true }) text: string;
  @OneOf(['visit', 'phone']) kind?: string;
  @ManyOf(['a', 'b']) tags: string[];
  @Flag() shared: boolean;
  @Ids() ids: string[];
  @Id() one?: string;
  @Text({ max: 5 }) short?: string | null;
}
class Step {
  @Text({ max: 5, required: true }) what: string;
}
class Plan {
  @ListOf(() => Step, { max: 2, required: true }) steps: Step[];
}

const faults = (work: () => unknown): { pointer: string; code: string }[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof Invalid) return error.errors.map(({ pointer, code }) => ({ pointer, code }));
    throw error;
  }
  return [];
};
const codes = (work: () => unknown): string[] => faults(work).map((fault) => fault.code);
const tomorrow = localDay(new Date(Date.now() + 86_400_000));

describe('A calendar day', () => {
  it.each([
    ['2026-02-30', 'date.invalid'], ['0000-00-00', 'date.invalid'], ['2026-13-01', 'date.invalid'], ['yesterday', 'date.invalid'],
    ['31/12/2199', 'date.future'], [tomorrow, 'date.future'], ['1800-01-01', 'date.tooOld'],
  ])('input 47: %s as a date of birth is refused', (birthDate, code) => {
    expect(faults(() => readCommand(Person, { birthDate }))).toEqual([{ pointer: '/birthDate', code }]);
  });

  it('input 48: an end before its start, and a year that nobody plans for, are refused', () => {
    expect(faults(() => readCommand(Period, { starts: '2026-05-02', ends: '2026-05-01' }))).toEqual([{ pointer: '/ends', code: 'period.order' }]);
    expect(codes(() => readCommand(Period, { starts: '9999-01-01' }))).toEqual(['period.range']);
    expect(readCommand(Period, { starts: '2026-05-01', ends: '2026-05-01' })).toMatchObject({ ends: '2026-05-01' });
  });

  it('comes from a form in three parts, and the part that is missing is named', () => {
    expect(readCommand(Person, { birthDate: { day: '3', month: '5', year: '1944' } }).birthDate).toBe('1944-05-03');
    expect(faults(() => readCommand(Person, { birthDate: { day: '3', month: '', year: '1944' } }))).toEqual([{ pointer: '/birthDate/month', code: 'date.invalid' }]);
    expect(faults(() => readCommand(Person, { birthDate: { day: '3', month: '5', year: '44' } }))).toEqual([{ pointer: '/birthDate/year', code: 'date.invalid' }]);
    expect(readCommand(Person, { birthDate: { day: '', month: '', year: '' } }).birthDate).toBeNull();
  });
});

describe('A moment', () => {
  it('input 49: an hour that the clocks skipped did not exist; one that came twice needs its offset', () => {
    expect(codes(() => readCommand(Visit, { at: '2026-03-29T01:30' }))).toEqual(['time.notExisting']);
    expect(codes(() => readCommand(Visit, { at: '2026-10-25T01:30' }))).toEqual(['time.twice']);
    expect(readCommand(Visit, { at: '2026-10-25T01:30+01:00' }).at?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(readCommand(Visit, { at: '2026-10-25T01:30+00:00' }).at?.toISOString()).toBe('2026-10-25T01:30:00.000Z');
  });

  it('without an offset is meant in this country, in summer and winter', () => {
    expect(readCommand(Visit, { at: '2026-07-01T12:00' }).at?.toISOString()).toBe('2026-07-01T11:00:00.000Z');
    expect(readCommand(Visit, { at: { day: '1', month: '12', year: '2026', time: '9.05' } }).at?.toISOString()).toBe('2026-12-01T09:05:00.000Z');
    expect(faults(() => readCommand(Visit, { at: { day: '1', month: '12', year: '2026', time: '14' } }))).toEqual([{ pointer: '/at/time', code: 'time.invalid' }]);
  });

  it.each([['9.05', '09:05'], ['14:30', '14:30'], ['3pm', '15:00'], ['2:30pm', '14:30'], ['10.30 AM', '10:30'], ['12pm', '12:00'], ['12.15am', '00:15'], ['midday', '12:00'], ['3 p.m.', '15:00']])('its time is read as people write it: %s', (time, clock) => {
    expect(readCommand(Visit, { at: { day: '1', month: '12', year: '2026', time } }).at?.toISOString()).toBe(`2026-12-01T${clock}:00.000Z`);
  });

  it.each(['14', '15pm', '0am', '3 o’clock', '3:5', 'half two', '25:00', '10:75'])('is refused when its time is none: %s', (time) => {
    expect(codes(() => readCommand(Visit, { at: { day: '1', month: '12', year: '2026', time } }))).toHaveLength(1);
  });
});

it.each([JSON.parse('1e400') as number, 'NaN', '9007199254740993', '1.5', -1, {}])('input 50: %s is no number', (n) => {
  expect(codes(() => readCommand(Count, { n }))).toEqual(['number']);
});

describe('A command', () => {
  it('is the same from a form and from JSON', () => {
    const id = '0197A3C0-0000-7000-8000-00000000000A';
    const form = readCommand(Note, { text: ' a\r\nb ', kind: '', tags: 'a', shared: 'on', ids: id, one: '', short: '' });
    const json = readCommand(Note, { text: 'a\nb', tags: ['a'], shared: true, ids: [id.toLowerCase()], kind: null, one: null, short: null });
    expect(form).toEqual(json);
    expect(form).toMatchObject({ text: 'a\nb', shared: true, ids: [id.toLowerCase()], short: null });
  });

  it('leaves out what was not sent and says where each fault stands', () => {
    expect(readCommand(Note, { text: 'x' })).toMatchObject({ tags: [], shared: false, ids: [], short: undefined });
    expect(faults(() => readCommand(Note, { kind: 'fax', tags: ['a', 'z'], shared: 'maybe', ids: ['1'], short: 'too long', __x: 1 }))).toEqual([
      { pointer: '/__x', code: 'field.unknown' }, { pointer: '/text', code: 'required' }, { pointer: '/kind', code: 'choice' }, { pointer: '/tags/1', code: 'choice' },
      { pointer: '/shared', code: 'flag' }, { pointer: '/ids/0', code: 'choice' }, { pointer: '/short', code: 'tooLong' },
    ]);
  });

  it('holds smaller ones, each with its place', () => {
    expect(readCommand(Plan, { steps: [{ what: 'go' }] }).steps[0]).toBeInstanceOf(Step);
    expect(faults(() => readCommand(Plan, { steps: [{ what: 'go' }, { what: '', id: 1 }] }))).toEqual([
      { pointer: '/steps/1/id', code: 'field.readOnly' }, { pointer: '/steps/1/what', code: 'required' },
    ]);
    expect(codes(() => readCommand(Plan, { steps: [{}, {}, {}] }))).toEqual(['tooLong']);
  });

  it('counts no empty row of a form as one of those that it may have', () => {
    class Rows {
      @ListOf(() => Step, { max: 2, isBlank: (row) => !row['what'] }) steps: (Step | null)[];
    }
    const rows = (...what: string[]): unknown => readCommand(Rows, { steps: what.map((one) => ({ what: one })) }).steps.map((row) => row?.what ?? null);
    expect(rows('', 'Sing', '', 'Sleep', '')).toEqual([null, 'Sing', null, 'Sleep', null]);
    expect(codes(() => rows('Sing', '', 'Sleep', '', 'Eat'))).toEqual(['tooLong']);
  });

  it('a page’s query takes what it cannot read as not given, and says so', () => {
    class List {
      @Sort(['name', '-name']) sort: string;
    }
    const query = readQuery(List, { sort: 'nope', other: 'x' }, { lenient: true });
    expect([query.sort, unreadParameters(query)]).toEqual(['name', ['sort']]);
    expect(codes(() => readQuery(List, { sort: 'nope' }))).toEqual(['sort.unknown']);
  });
});
