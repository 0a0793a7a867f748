import { fullName, type Person } from '@app/persons';
import { formatDate, readerOf } from '@app/web-kit';
import { TextPaper } from './text-paper';

/** Who takes it away, and for which organisation. */
export interface Taker {
  readonly name: string;
  readonly organisation: string | null;
}

/** Plain text about somebody for another system: who it is about first, who took it and when last. @param today the local calendar day */
export function copied(title: string, about: { readonly person: Person; readonly nhsNumber: string | null }, { today, by }: { today: string; by: Taker | null }, write: (paper: TextPaper) => void): string {
  const { person, nhsNumber } = about;
  const paper = new TextPaper();
  paper.heading('H1', `${title} ${fullName(person)}`);
  paper.paragraph([person.birthDate ? `Born ${formatDate(person.birthDate)}.` : null, nhsNumber ? `NHS number ${nhsNumber}.` : null].filter(Boolean).join(' ') || 'No date of birth recorded.');
  write(paper);
  paper.paragraph('');
  paper.paragraph(`Copied on ${formatDate(today)} by ${readerOf({ user: by })}.`);
  return paper.text;
}
