import type { Incident } from '@app/oversight';

/** What happened, after the name of whom it concerns. */
export const HAPPENED: Record<Incident['kind'], string> = { wrong_person: 'A note stood with the wrong person', breach: 'A record was opened without a reason' };

const HOUR = 3_600_000;
export const isOver = ({ reportBy, closedAt }: Incident, now: Date): boolean => closedAt === null && reportBy < now;

/** How much is left of the 72 hours in which it is reported where it has to be. */
export function clockWords({ reportBy }: Incident, now: Date): string {
  const hours = Math.floor((reportBy.getTime() - now.getTime()) / HOUR);
  if (hours < 0) return 'The 72 hours are over';
  return hours === 0 ? 'Less than an hour left of 72' : hours === 1 ? '1 hour left of 72' : `${hours} hours left of 72`;
}
