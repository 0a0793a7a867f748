import { toldUnder, type AboutMe } from '@app/persons';
import { formatDate } from '@app/web-kit';
import { LARGE, Paper } from '../care-plans/paper';
import { VOICE_WORDS } from '../care-plans/views/words';
import { ABOUT_ME_WORDS } from './views/words';

export interface AboutMeForPaper {
  /** the full name */
  readonly name: string;
  readonly all: readonly AboutMe[];
  /** the local calendar day */
  readonly today: string;
  /** who prints it, and for which organisation */
  readonly by: string;
}

/** What somebody tells of themselves as a tagged PDF: what stands now, under each heading of the standard (PRSB About Me), with whose words it is and from when. */
export async function aboutMePdf({ name, all, today, by }: AboutMeForPaper, large = false): Promise<Buffer> {
  const paper = new Paper(`About ${name}`, new Date(`${today}T00:00:00Z`), `About ${name}. Printed on ${formatDate(today)} by ${by}.`, large ? LARGE : 1);
  paper.heading('H1', `About ${name}`);
  for (const { heading, said } of toldUnder(all)) {
    paper.heading('H2', ABOUT_ME_WORDS[heading]);
    if (said.length === 0) paper.paragraph('Not told yet.');
    for (const { entry } of said) {
      for (const line of entry.text.split(/\n+/)) paper.paragraph(line);
      paper.paragraph(`${VOICE_WORDS[entry.voice]}, ${formatDate(entry.lastConfirmedOn)}.`);
    }
  }
  paper.end();
  return paper.bytes;
}
