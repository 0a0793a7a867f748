/** One thing about the person that goes with a referral because the person agreed to it. */
export interface Fact {
  readonly key: FactKey;
  readonly label: string;
  readonly text: string;
}

export const FACT_KEYS = ['name', 'age', 'phone', 'address', 'communication', 'language', 'how_to_support'] as const;
export type FactKey = (typeof FACT_KEYS)[number];

export const FACT_WORDS: Record<FactKey, string> = {
  name: 'Name and date of birth', age: 'Age', phone: 'Phone', address: 'Address', communication: 'How to communicate', language: 'Language', how_to_support: 'How to support',
};

/** Facts by which somebody can be found: without them a summary names nobody. */
export const NAMING: readonly FactKey[] = ['name', 'phone', 'address'];

/** Whom a summary is about, as far as it says: a name, or an age. */
export function toldOf(summary: readonly Fact[]): string | null {
  const told = (what: FactKey): string | undefined => summary.find(({ key }) => key === what)?.text;
  const age = told('age');
  return told('name')?.split(',')[0] ?? (age ? `Somebody aged ${age}` : null);
}
