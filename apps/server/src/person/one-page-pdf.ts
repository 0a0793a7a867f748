import { fullName } from '@app/persons';
import { formatDate } from '@app/web-kit';
import { Paper } from '../care-plans/paper';
import { versionWords } from '../care-plans/views/words';
import type { FirstDay } from './first-day.desk';
import type { FirstDayItem, FirstDayPart } from './first-day.parts';

type PartId = FirstDayPart['id'];

/** What somebody looks for first who has a minute between two patients. */
const ORDER: readonly PartId[] = ['who', 'if-it-goes-wrong', 'risks', 'avoid', 'expects', 'about'];

/** What comes first where not all has room: the key worker, what to do if it goes wrong, what to watch, what not to do, how to talk with them and what matters most; then who helps, what is hoped for and the rest. */
const RANKS: Readonly<Record<PartId, (place: number) => number>> = {
  'who': (place) => (place === 0 ? 0 : place < 8 ? 4 : 7),
  'if-it-goes-wrong': () => 1,
  'risks': () => 2,
  'avoid': () => 3,
  'expects': (place) => (place < 4 ? 5 : 7),
  'about': (place) => (place < 3 ? 3 : 6),
};
const LAST_NEEDED = 3;

/** Letters that everybody can still read, the larger ones first. */
const SCALES = [1, 0.9, 0.8] as const;
/** How long a line may be, in characters, where even what is needed has no room. */
const LENGTHS = [800, 400, 200, 100, 50] as const;

interface Line {
  readonly part: PartId;
  readonly text: string;
  readonly rank: number;
}
interface Stamp {
  readonly today: string;
  readonly by: string;
}

/** One line, whatever belongs to it: on one page each line counts. */
const lineOf = ({ text, more }: FirstDayItem): string => [text, ...more].reduce((line, words) => `${line}${/[.!?]$/.test(line) ? ' ' : '. '}${words}`);
const cut = (line: string, length: number): string => (line.length <= length ? line : `${line.slice(0, length).replace(/\s+\S*$/, '')} … (shortened)`);

/**
 * Who somebody is, who helps and what to do, on one page that goes into the practice's own system: what everybody may read who helps,
 * and where that is too much for a page, how much is left out and whom to ask. @param today the local calendar day @param by who takes it, and for which organisation
 */
export async function onePagePdf(brief: FirstDay, today: string, by: string): Promise<Buffer> {
  const lines = brief.parts
    .flatMap(({ id, items }) => items.filter(({ onPaper }) => onPaper).map((item, place): Line => ({ part: id, text: lineOf(item), rank: RANKS[id](place) })))
    .sort((a, b) => a.rank - b.rank);
  const paper = fitting(brief, lines, { today, by });
  paper.end();
  return paper.bytes;
}

function fitting(brief: FirstDay, lines: readonly Line[], stamp: Stamp): Paper {
  for (const scale of SCALES) {
    const paper = written(brief, lines, { count: lines.length, length: Infinity, scale }, stamp);
    if (paper.pages === 1) return paper;
  }
  const [scale, needed] = [Math.min(...SCALES), lines.filter(({ rank }) => rank <= LAST_NEEDED).length];
  const room = (length: number): number => most(lines.length, (count) => written(brief, lines, { count, length, scale }, stamp).pages === 1);
  let [length, count] = [Infinity, room(Infinity)];
  for (const shorter of LENGTHS) {
    if (count >= needed) break;
    [length, count] = [shorter, room(shorter)];
  }
  return written(brief, lines, { count, length, scale }, stamp);
}

/** The largest count up to this one of which it is true; 0 where it is true of none. */
function most(upTo: number, fits: (count: number) => boolean): number {
  let [some, tooMany] = [0, upTo + 1];
  while (tooMany - some > 1) {
    const half = Math.floor((some + tooMany) / 2);
    if (fits(half)) some = half;
    else tooMany = half;
  }
  return some;
}

function written({ identity: { person, nhsNumber, keyWorker }, parts, version }: FirstDay, lines: readonly Line[], { count, length, scale }: { count: number; length: number; scale: number }, { today, by }: Stamp): Paper {
  const title = `${fullName(person)} on one page`;
  const paper = new Paper(title, new Date(`${today}T00:00:00Z`), `${title}. Printed on ${formatDate(today)} by ${by}. Medicines and allergies are not held here.`, scale);
  paper.heading('H1', title);
  paper.paragraph([person.birthDate ? `Born ${formatDate(person.birthDate)}.` : 'No date of birth recorded.', nhsNumber ? `NHS number ${nhsNumber}.` : null, 'Medicines and allergies are not held here.'].filter(Boolean).join(' '));
  paper.paragraph([
    version ? `From ${versionWords(version).replace(/^V/, 'v')} of the care plan, published on ${formatDate(version.publishedAt ?? version.createdAt)}.` : 'There is no care plan that everybody may read.',
    version?.nextReviewOn ? `It is looked at again on ${formatDate(version.nextReviewOn)}.` : null, 'Only what everybody who helps may read: others may hold more.',
  ].filter(Boolean).join(' '));
  const shown = lines.slice(0, count);
  for (const id of ORDER) {
    const ofPart = shown.filter(({ part }) => part === id);
    if (ofPart.length === 0) continue;
    paper.heading('H2', parts.find((part) => part.id === id)?.title ?? '');
    paper.list(ofPart.map(({ text }) => [cut(text, length)]));
  }
  const left = lines.length - count + shown.filter(({ text }) => text.length > length).length;
  if (left > 0) paper.paragraph(`There was no room for all of it: ${left} ${left === 1 ? 'line is' : 'lines are'} left out or shortened. The whole is in OneStory${keyWorker ? `; ask ${keyWorker.name}${keyWorker.phone ? `, ${keyWorker.phone}` : ''}` : ''}.`);
  return paper;
}
