/** Everybody who may send a request: by role, and by how they stand to the person whom it is about. */
export const NOBODY = ['nobody'] as const;
export const WORKERS = ['worker of the practice', 'worker of the team', 'named worker', 'team manager'] as const;
export const VIEWERS = ['emergency viewer', 'advocate'] as const;
/** They work with people, and not with this one. */
export const BLIND = ['colleague outside the team', 'unrelated worker', 'worker after the end', 'excluded worker'] as const;
export const OFFICE = ['information-governance lead', 'administrator', 'place manager', 'system administrator', 'lead elsewhere', 'administrator elsewhere'] as const;
/** On their own page, of the person or of somebody else. */
export const OWN = ['person', 'family carer'] as const;
export const OTHERS = ['another person', 'carer of another'] as const;

export const OPENS = [...WORKERS, ...VIEWERS] as const;
export const CARING = [...OPENS, ...BLIND] as const;
export const STAFF = [...CARING, ...OFFICE] as const;
export const OUTSIDE = [...OWN, ...OTHERS] as const;
export const SIGNED_IN = [...STAFF, ...OUTSIDE] as const;
export const EVERYBODY = [...NOBODY, ...SIGNED_IN] as const;

export type Caller = (typeof EVERYBODY)[number];
export type Answers = Readonly<Record<Caller, number>>;

/** Who is answered with which status. Throws unless everybody is answered, and each once. */
export function says(byStatus: Readonly<Record<number, readonly Caller[]>>): Answers {
  const pairs = Object.entries(byStatus).flatMap(([status, callers]) => callers.map((caller) => [caller, Number(status)] as const));
  const left = EVERYBODY.filter((caller) => pairs.filter(([one]) => one === caller).length !== 1);
  if (left.length > 0) throw new Error(`Answer each once: ${left.join(', ')}`);
  return Object.fromEntries(pairs) as Answers;
}

export const without = (callers: readonly Caller[], ...left: Caller[]): Caller[] => callers.filter((caller) => !left.includes(caller));
