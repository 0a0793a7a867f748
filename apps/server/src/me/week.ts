import { daysIn, type WhoDoesWhat } from '@app/care-plans';
import type { CircleMember } from '@app/care-teams';

/** Somebody who comes, or something that one does oneself. */
export interface Coming {
  /** null for oneself */
  readonly who: string | null;
  readonly organisation: string | null;
  readonly what: string;
  readonly when: string | null;
  /** the need or goal of the plan that it is for; null for what has no line of its own there */
  readonly need: string | null;
}

export interface MyWeek {
  /** Monday first; days on which nobody comes are left out */
  readonly days: readonly { readonly day: number; readonly items: readonly Coming[] }[];
  /** what has no day of the week */
  readonly other: readonly Coming[];
}

/** Who comes on which day, from the plan and from what each helper does. Those of whom only a few may know do not stand on a page that somebody may look at over one's shoulder. */
export function weekOf(doing: WhoDoesWhat, team: readonly CircleMember[]): MyWeek {
  const all: (Coming & { days: readonly number[] })[] = [
    ...doing.lines.flatMap(({ text, responsible }) => responsible.map((one) => ({ ...one, need: one.what === text ? null : text }))),
    ...team.filter(({ discreet }) => !discreet).map(({ worker, team: of, organisation, does, daysTimes }) => ({ who: worker ?? of ?? organisation, organisation, what: does, when: daysTimes, days: daysIn(daysTimes), need: null })),
  ];
  const once = all.filter((one, n) => all.findIndex((other) => other.who === one.who && other.what === one.what) === n);
  const coming = ({ who, organisation, what, when, need }: Coming): Coming => ({ who, organisation, what, when, need });
  return {
    days: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, items: once.filter(({ days }) => days.includes(day)).map(coming) })).filter(({ items }) => items.length > 0),
    other: once.filter(({ days, when }) => days.length === 0 && when !== null).map(coming),
  };
}
