import { fullName } from '@app/persons';
import { formatDate } from '@app/web-kit';
import { LARGE, Paper } from '../care-plans/paper';
import { SECTION_WORDS } from '../care-plans/views/words';
import { ringAtAnyHour, withThemWords, type EmergencyViewModel } from './emergency-view.desk';
import { forEverybody, mayLieAbout } from './on-paper';
import { ABOUT_ME_WORDS, ALERT_WORDS } from './views/words';

const NO_PLAN = 'Nothing is printed for that. Look at the screen, or ring.';
const NOBODY = 'Nobody is printed here. That does not say that nobody is there.';

/**
 * The emergency view as a tagged PDF, for whoever takes somebody along or has no screen: what everybody may read who comes in. Paper goes where the person goes.
 * @param today the local calendar day @param by who prints it, and for which organisation
 */
export async function emergencyPdf(view: EmergencyViewModel, today: string, by: string, large = false): Promise<Buffer> {
  const { person, alerts } = view.page;
  const [ring, whatToDo, aboutMe] = [view.ring.filter(forEverybody), view.whatToDo.filter(forEverybody), view.aboutMe.filter(forEverybody)];
  const [shown, withThem] = [alerts.filter(mayLieAbout), view.withThem.filter(({ one }) => forEverybody(one))];
  const [title, name] = [`Emergency view of ${fullName(person)}`, person.preferred ?? person.given];
  const paper = new Paper(title, new Date(`${today}T00:00:00Z`), `${title}. Printed on ${formatDate(today)} by ${by}. Medicines and allergies are not held here.`, large ? LARGE : 1);
  const lines = (text: string): void => { for (const line of text.split(/\n+/)) paper.paragraph(line); };
  paper.heading('H1', title);
  paper.paragraph([person.birthDate ? `Born ${formatDate(person.birthDate)}.` : null, 'Medicines and allergies are not held here. When somebody’s life is in danger ring 999.'].filter(Boolean).join(' '));
  paper.heading('H2', 'Ring first');
  for (const line of ringAtAnyHour(view.page)) paper.paragraph(line);
  for (const row of ring) {
    paper.heading('H3', SECTION_WORDS[row.section]);
    lines(row.text);
  }
  paper.heading('H2', 'What to do');
  if (whatToDo.length === 0) paper.paragraph(NO_PLAN);
  for (const row of whatToDo) {
    paper.heading('H3', SECTION_WORDS[row.section]);
    lines(row.text);
    if (row.contact) paper.paragraph(`Ring first then: ${row.contact}`);
  }
  if (shown.length > 0) {
    paper.heading('H2', 'Alerts');
    paper.list(shown.map((alert) => [`${ALERT_WORDS[alert.kind]}: ${alert.text}`, alert.whatToDo]));
  }
  paper.heading('H2', `How to talk with ${name}, and what calms`);
  const talk = [...person.languages.map(({ language, interpreterNeeded }) => `Language: ${language}${interpreterNeeded ? ', interpreter needed' : ''}`), ...(person.communicationNeeds ? [person.communicationNeeds] : [])];
  for (const line of talk) paper.paragraph(line);
  for (const entry of aboutMe) {
    paper.heading('H3', ABOUT_ME_WORDS[entry.heading]);
    lines(entry.text);
  }
  if (talk.length + aboutMe.length === 0) paper.paragraph(`Nothing is printed here. Ask ${name}.`);
  paper.heading('H2', `Who is with ${name}`);
  if (withThem.length === 0) paper.paragraph(NOBODY);
  else paper.list(withThem.map((seen) => [`${seen.one.name}, ${withThemWords(seen)}`, ...(seen.child ? [] : [seen.one.phone ?? 'No phone number recorded'])]));
  paper.paragraph('What is for a few, and what is private, stays on the screen.');
  paper.end();
  return paper.bytes;
}
