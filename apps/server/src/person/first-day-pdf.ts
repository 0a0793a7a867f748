import { fullName } from '@app/persons';
import { formatDate } from '@app/web-kit';
import { LARGE, Paper } from '../care-plans/paper';
import type { FirstDay } from './first-day.desk';

/** The brief as a tagged PDF: what may lie on a table. @param today the local calendar day @param by who prints it, and for which organisation */
export async function firstDayPdf({ identity: { person }, parts }: Pick<FirstDay, 'identity' | 'parts'>, today: string, by: string, large = false): Promise<Buffer> {
  const title = `First day with ${fullName(person)}`;
  const paper = new Paper(title, new Date(`${today}T00:00:00Z`), `${title}. Printed on ${formatDate(today)} by ${by}. Medicines and allergies are not held here.`, large ? LARGE : 1);
  paper.heading('H1', title);
  paper.paragraph([person.birthDate ? `Born ${formatDate(person.birthDate)}.` : null, 'Medicines and allergies are not held here.'].filter(Boolean).join(' '));
  for (const { title: heading, items, nothing } of parts) {
    paper.heading('H2', heading);
    const printed = items.filter(({ onPaper }) => onPaper);
    if (printed.length > 0) paper.list(printed.map(({ text, more }) => [text, ...more]));
    else paper.paragraph(nothing);
  }
  paper.end();
  return paper.bytes;
}
