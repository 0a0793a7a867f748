import type { AccessPack } from '@app/information-rights';
import { formatDate, formatDateTime, plural } from '@app/web-kit';
import { LARGE, Paper } from '../care-plans/paper';
import { kindWords, linesOf } from './thing-lines';
import { WITHHELD_WORDS } from './views/words';

/** What one organisation gives, as a tagged PDF: each page says for whom, by whom and when it was released; large print for whoever reads that. */
export async function accessPdf({ name, birthDate, organisation, askedOn, releasedAt, releasedBy, pack }: AccessPack, takenBy: string, large = false): Promise<Buffer> {
  const title = `What ${organisation} holds about ${name}`;
  const paper = new Paper(title, new Date(releasedAt), `${title}. For ${name}. Released on ${formatDate(releasedAt)}, downloaded by ${takenBy}.`, large ? LARGE : 1);
  paper.heading('H1', title);
  paper.paragraph(`For ${name}${birthDate ? `, born ${formatDate(birthDate)}` : ''}. You asked on ${formatDate(askedOn)}. Released by ${releasedBy}, ${organisation}, on ${formatDate(releasedAt)}.`);
  paper.paragraph('This is what this organisation holds itself. Other organisations give what they hold themselves.');
  if (pack.items.length === 0) paper.paragraph('There is nothing that it gives.');
  for (const { kind, at, writtenBy, body } of pack.items) {
    paper.heading('H2', `${kindWords(kind)}, ${formatDateTime(new Date(at))}`);
    if (writtenBy) paper.paragraph(`Written by ${writtenBy}.`);
    for (const line of linesOf(body)) paper.paragraph(`${line.name}: ${line.text}`);
  }
  if (pack.items.some(({ body }) => linesOf(body).some(({ text }) => text.includes('[hidden: ')))) paper.paragraph('Where something inside an item is not given, it says so in square brackets, and why.');
  if (pack.withheld.length > 0) {
    paper.heading('H2', 'What is not given');
    paper.list(pack.withheld.map(({ reason, number }) => [`${plural(number, 'item')}: ${WITHHELD_WORDS[reason].toLowerCase()}`]));
  }
  paper.heading('H2', 'If you think that something is wrong or missing');
  paper.paragraph(`Say so to ${organisation}. You can complain to them, and to the Information Commissioner: ico.org.uk, 0303 123 1113.`);
  paper.end();
  return paper.bytes;
}
