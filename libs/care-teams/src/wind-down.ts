import { endOfDay, workingDaysAfter } from '@app/kernel';

/** How long whoever helped may still read what is their own and write the closing note (safety.md §3). */
export const WIND_DOWN_WORKING_DAYS = 10;

/** When the wind-down of help that ends at this instant is over. */
export const windDownEnd = (at: Date): Date => endOfDay(workingDaysAfter(at, WIND_DOWN_WORKING_DAYS));
