import PDFDocument from 'pdfkit';
import type { CareAction, CarePlan, PlanStatement, StatementSection } from '@app/care-plans';
import type { Identity } from '@app/overviews';
import { fullName } from '@app/persons';
import { formatDate } from '@app/web-kit';
import { ACTION_STATE_WORDS, doerWords, goalWords, needWords, noContingencyWords, noStepWords, saidInWords, SECTION_WORDS, versionWords, viewInWords } from './views/words';

const REGULAR = require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
const BOLD = require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf');
const MARGIN = 54;
const SIZES = { H1: 20, H2: 14, H3: 11, P: 11 } as const;

export interface PlanForPaper {
  readonly identity: Identity;
  readonly plan: CarePlan;
  /** the local calendar day */
  readonly today: string;
  /** who prints it, and for which organisation */
  readonly by: string;
}

/** A tagged document: every word stands in the structure that a screen reader walks, but for the line at the foot of each page. */
class Paper {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  readonly bytes: Promise<Buffer>;

  constructor(title: string, made: Date, private readonly foot: string) {
    this.doc = new PDFDocument({
      size: 'A4', margin: MARGIN, lang: 'en-GB', tagged: true, displayTitle: true, pdfVersion: '1.5', autoFirstPage: false, info: { Title: title, Creator: 'OneStory', CreationDate: made },
    });
    const parts: Buffer[] = [];
    this.bytes = new Promise((resolve, reject) => {
      this.doc.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
    });
    this.doc.registerFont('regular', REGULAR).registerFont('bold', BOLD);
    this.doc.on('pageAdded', () => this.footer());
    this.doc.addPage();
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  heading(level: 'H1' | 'H2' | 'H3', text: string): void {
    this.root.add(this.doc.struct(level, {}, () => {
      this.doc.moveDown(level === 'H1' ? 0 : 0.6).font('bold').fontSize(SIZES[level]).text(text);
    }));
  }

  paragraph(text: string): void {
    this.root.add(this.doc.struct('P', {}, () => this.write(text)));
  }

  list(items: readonly (readonly string[])[]): void {
    const list = this.doc.struct('L');
    this.root.add(list);
    for (const lines of items) {
      const body = this.doc.struct('LBody', {}, () => lines.forEach((line, n) => this.write(n === 0 ? `•  ${line}` : line, n === 0 ? 0 : 12)));
      list.add(this.doc.struct('LI', {}, [body]));
    }
    list.end();
  }

  end(): void {
    this.root.end();
    this.doc.end();
  }

  private write(text: string, indent = 0): void {
    this.doc.font('regular').fontSize(SIZES.P).text(text, MARGIN + indent, undefined, { width: this.doc.page.width - 2 * MARGIN - indent }).moveDown(0.2);
  }

  private footer(): void {
    const { doc } = this;
    const { bottom } = doc.page.margins;
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('regular').fontSize(8).text(this.foot, MARGIN, doc.page.height - 36, { width: doc.page.width - 2 * MARGIN, lineBreak: false });
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
    doc.x = MARGIN;
    doc.y = MARGIN;
  }
}

/** What of the plan the reader may see, as a tagged PDF: the same lines as on the screen, without marks for staff. */
export async function planPdf({ identity: { person, nhsNumber }, plan, today, by }: PlanForPaper): Promise<Buffer> {
  const { version, content } = plan;
  const name = person.preferred ?? person.given;
  const title = `Care plan of ${fullName(person)}`;
  const paper = new Paper(title, version?.publishedAt ?? new Date(`${today}T00:00:00Z`), `${title}. Printed on ${formatDate(today)} by ${by}. Medicines and allergies are not held here.`);
  paper.heading('H1', title);
  paper.paragraph([person.birthDate ? `Born ${formatDate(person.birthDate)}.` : null, nhsNumber ? `NHS number ${nhsNumber}.` : null].filter(Boolean).join(' ') || 'No date of birth recorded.');
  if (version) paper.paragraph(`${versionWords(version)}, published on ${formatDate(version.publishedAt ?? version.createdAt)}.${version.nextReviewOn ? ` We look at it again on ${formatDate(version.nextReviewOn)}.` : ''}`);
  statements(paper, content.statements, ['what_matters', 'strengths']);
  if (content.goals.length > 0) paper.heading('H2', 'Goals and steps');
  for (const { goal, actions } of content.goals) {
    paper.heading('H3', goal.text);
    paper.paragraph(`${goalWords(goal)}.`);
    if (goal.why) paper.paragraph(goal.why);
    if (actions.length > 0) paper.list(actions.map((action) => step(action, plan, name)));
    else paper.paragraph(noStepWords(goal));
  }
  if (content.otherActions.length > 0) {
    paper.heading('H2', 'Steps');
    paper.list(content.otherActions.map((action) => step(action, plan, name)));
  }
  if (content.needs.length > 0) {
    paper.heading('H2', 'Needs');
    paper.list(content.needs.map((need) => [need.text, needWords(need)]));
  }
  statements(paper, content.statements, ['who_to_ring', 'if_it_goes_wrong', 'home']);
  const noContingency = noContingencyWords(plan);
  if (noContingency) {
    paper.heading('H2', SECTION_WORDS.if_it_goes_wrong);
    paper.paragraph(noContingency);
  }
  if (version) {
    paper.heading('H2', `What ${name} thinks of the plan`);
    for (const said of plan.views) {
      paper.paragraph(`${formatDate(said.createdAt)}: ${saidInWords(said, name).join('. ')}.`);
      if (said.comment) paper.paragraph(`“${said.comment}”`);
    }
    paper.paragraph(`${plan.views.length > 0 ? 'When it was published: ' : ''}${viewInWords(version, name).join('. ')}.`);
    if (version.personComment) paper.paragraph(`“${version.personComment}”`);
  }
  paper.end();
  return paper.bytes;
}

function statements(paper: Paper, rows: readonly PlanStatement[], sections: readonly StatementSection[]): void {
  for (const section of sections) {
    const mine = rows.filter((row) => row.section === section);
    if (mine.length > 0) paper.heading('H2', SECTION_WORDS[section]);
    for (const row of mine) {
      for (const line of row.text.split(/\n+/)) paper.paragraph(line);
      if (row.contact) paper.paragraph(`Ring first: ${row.contact}`);
    }
  }
}

const step = (action: CareAction, { organisations }: CarePlan, name: string): string[] => [
  action.what,
  [doerWords(action, organisations, name) ?? 'Nobody does it yet', action.dueOn ? `by ${formatDate(action.dueOn)}` : null, action.daysTimes, action.state === 'open' ? null : ACTION_STATE_WORDS[action.state]].filter(Boolean).join(', '),
  ...(action.stateReason && action.state !== 'open' ? [action.stateReason] : []),
];
