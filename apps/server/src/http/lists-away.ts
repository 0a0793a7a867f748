import type { Request } from 'express';

/** A volunteer works with the people assigned to them and takes no list of them home (safety.md §8). */
export const mayTakeListsAway = (req: Request): boolean => req.caller?.actingFor?.staffType !== 'volunteer';
