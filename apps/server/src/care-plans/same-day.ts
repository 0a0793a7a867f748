import { daysIn, type WhoDoesWhat } from '@app/care-plans';
import type { CircleMember } from '@app/care-teams';

/** Days of the week, Monday is 1, on which two organisations or more come, each for something else. */
export interface SameDay {
  readonly days: readonly number[];
  readonly who: readonly string[];
}

interface Visit {
  readonly day: number;
  readonly organisation: string;
  readonly who: string;
}

/** Where one visit might do for two (demand D29): by the steps of the plan and by what each helper says of their days. What two do for the same need is not told again. */
export function sameDay({ lines, overlaps }: Pick<WhoDoesWhat, 'lines' | 'overlaps'>, helpers: readonly CircleMember[]): SameDay[] {
  const visits: Visit[] = [
    ...lines.flatMap(({ responsible }) => responsible).flatMap(({ who, organisation, days }) => (who && organisation ? days.map((day) => ({ day, organisation, who: who === organisation ? who : `${who}, ${organisation}` })) : [])),
    ...helpers.flatMap(({ worker, team, organisation, daysTimes }) => daysIn(daysTimes).map((day) => ({ day, organisation, who: [worker ?? team, organisation].filter(Boolean).join(', ') }))),
  ];
  const byDay = [1, 2, 3, 4, 5, 6, 7].flatMap((day): { day: number; who: string[] }[] => {
    const coming = visits.filter((visit) => visit.day === day);
    const who = [...new Set(coming.map((visit) => visit.who))].sort((a, b) => a.localeCompare(b));
    const isTold = overlaps.some((one) => one.day === day && who.every((name) => one.who.includes(name)));
    return new Set(coming.map(({ organisation }) => organisation)).size > 1 && !isTold ? [{ day, who }] : [];
  });
  return [...Map.groupBy(byDay, ({ who }) => who.join('; ')).values()].map((same) => ({ days: same.map(({ day }) => day), who: same[0]?.who ?? [] }));
}
