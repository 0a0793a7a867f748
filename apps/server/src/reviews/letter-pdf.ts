import { formatDate } from '@app/web-kit';
import { LARGE, Paper } from '../care-plans/paper';
import type { Letter } from './letter';

/** The letter as a tagged PDF; large print for whoever reads that. @param today the local calendar day @param from the organisation that sends it */
export async function letterPdf({ to, opening, summary, said, decided, again, ring }: Letter, today: string, from: string, large = false): Promise<Buffer> {
  const paper = new Paper('What we decided together', new Date(`${today}T00:00:00Z`), `${[from, formatDate(today)].filter(Boolean).join(', ')}.`, large ? LARGE : 1);
  paper.heading('H1', 'What we decided together');
  paper.paragraph(`Dear ${to},`);
  paper.paragraph(opening);
  for (const line of summary.split(/\n+/)) paper.paragraph(line);
  if (said) paper.paragraph(`You said: “${said}”`);
  if (decided.length > 0) {
    paper.heading('H2', 'What was decided, and who does what');
    paper.list(decided.map((line) => [line]));
  }
  paper.heading('H2', 'What comes next');
  if (again) paper.paragraph(again);
  paper.paragraph(ring);
  paper.end();
  return paper.bytes;
}
