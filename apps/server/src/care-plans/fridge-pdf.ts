import type { Responsible, SeenTo } from '@app/care-plans';
import { fullName } from '@app/persons';
import { formatDate } from '@app/web-kit';
import { LARGE, Paper } from './paper';
import type { WhoDoesWhatModel } from './who-does-what.desk';

/** What may hang where everybody reads it who comes in: no line for a few, and nothing for which nobody does anything. */
const onFridge = ({ lines }: WhoDoesWhatModel['doing'], kind: SeenTo['kind']): SeenTo[] => lines
  .filter((line) => line.kind === kind && line.onPaper)
  .map((line) => ({ ...line, responsible: line.responsible.filter(({ onPaper }) => onPaper) }))
  .filter(({ responsible }) => responsible.length > 0);

/** Who sees to it, what they do, and when, in one line. @param name how the person is called, who does it where nobody else does */
const doesWords = ({ who, organisation, what, when }: Responsible, name: string): string =>
  `${[who ?? name, organisation && organisation !== who ? organisation : null].filter(Boolean).join(', ')}: ${what}${when ? `. ${when}` : ''}`;

const notDone = (doesNotDo: string | null): string[] => (doesNotDo ? [`Does not do: ${doesNotDo}`] : []);

/** Who does what, as a tagged PDF for the fridge. @param today the local calendar day @param by who prints it, and for which organisation */
export async function fridgePdf({ identity: { person }, doing, helpers }: WhoDoesWhatModel, today: string, by: string, large = false): Promise<Buffer> {
  const name = person.preferred ?? person.given ?? fullName(person);
  const title = `${fullName(person)}: Who does what`;
  const paper = new Paper(title, new Date(`${today}T00:00:00Z`), `${fullName(person)}. Printed on ${formatDate(today)} by ${by}. Medicines and allergies are not held here.`, large ? LARGE : 1);
  paper.heading('H1', title);
  for (const [kind, heading] of [['need', 'Needs'], ['goal', 'Goals']] as const) {
    const lines = onFridge(doing, kind);
    if (lines.length > 0) paper.heading('H2', heading);
    for (const { text, responsible } of lines) {
      paper.heading('H3', text);
      paper.list(responsible.map((one) => [doesWords(one, name), ...notDone(one.doesNotDo)]));
    }
  }
  if (helpers.length > 0) {
    paper.heading('H2', 'Who comes');
    paper.list(helpers.map(({ worker, team, organisation, daysTimes, does, doesNotDo, phone }) => [
      [[worker ?? team ?? organisation, worker ?? team ? organisation : null].filter(Boolean).join(', '), daysTimes].filter(Boolean).join('. '), does, ...notDone(doesNotDo), ...(phone ? [phone] : []),
    ]));
  }
  if (onFridge(doing, 'need').length + onFridge(doing, 'goal').length + helpers.length === 0) paper.paragraph('Nobody sees to anything yet.');
  paper.paragraph('Medicines and allergies are not held here.');
  paper.end();
  return paper.bytes;
}
