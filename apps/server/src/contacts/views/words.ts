import type { Preview } from '@app/overviews';

/** What a contact may be about, as the form asks it. */
export const ABOUT_CHOICES = { person: 'With the person themselves', relative: 'With a relative', attempt: 'An attempt that reached nobody' } as const;

/** Who would see a note and who of the circle would not, one line each. Only those of whom the writer may know. */
export interface ReadersInWords {
  readonly sees: string[];
  readonly doesNot: string[];
}

export function readersInWords({ readers, person, carers, onlyThese }: Preview): ReadersInWords {
  const line = (who: string | null, organisation: string): string => (who ? `${who}, ${organisation}` : `${organisation}, everyone there who works with them`);
  const lines = (sees: boolean): string[] => readers.filter((reader) => reader.sees === sees).map((reader) => line(reader.who, reader.organisation));
  return {
    sees: [...lines(true), ...(person ? ['The person, on their own page'] : []), ...(carers ? ['Their family carer, as far as they agreed'] : [])],
    doesNot: [...lines(false), ...(onlyThese ? ['Anybody else, also of your own organisation: for them there is nothing'] : [])],
  };
}
