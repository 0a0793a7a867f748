import { OneOf } from '@app/kernel';

export const SHOWN_THINGS = ['undecided', 'decided'] as const;

/** Which items of a request one looks at. */
export class ReadThings {
  @OneOf(SHOWN_THINGS, { label: 'what to show' }) shown?: (typeof SHOWN_THINGS)[number] | null;
}
