import PDFDocument from 'pdfkit';

const REGULAR = require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
const BOLD = require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf');
const MARGIN = 54;
const FOOT = 24;
const SIZES = { H1: 20, H2: 14, H3: 11, P: 11 } as const;

/** Large print: 17.6 points instead of 11 (RNIB asks for 16 to 18). */
export const LARGE = 1.6;

/** What is put on paper, one part after the other. */
export interface OnPaperParts {
  heading(level: 'H1' | 'H2' | 'H3', text: string): void;
  paragraph(text: string): void;
  list(items: readonly (readonly string[])[]): void;
}

/** A tagged document: every word stands in the structure that a screen reader walks, but for the line at the foot of each page. */
export class Paper implements OnPaperParts {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  readonly bytes: Promise<Buffer>;
  private pageCount = 0;

  /** @param scale how many times larger than usual the letters are: 1.6 is large print */
  constructor(title: string, made: Date, private readonly foot: string, private readonly scale = 1) {
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
    this.keepTogether(level);
    this.root.add(this.doc.struct(level, {}, () => {
      this.doc.moveDown(level === 'H1' ? 0 : 0.6).font('bold').fontSize(SIZES[level] * this.scale).text(text, MARGIN);
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

  /** How many there are so far. */
  get pages(): number {
    return this.pageCount;
  }

  /** A heading does not stand alone at the foot of a page: two lines of what it is about come with it. */
  private keepTogether(level: 'H1' | 'H2' | 'H3'): void {
    const needed = (SIZES[level] * 2 + SIZES.P * 3) * this.scale;
    if (this.doc.y + needed > this.doc.page.maxY()) this.doc.addPage();
  }

  private write(text: string, indent = 0): void {
    this.doc.font('regular').fontSize(SIZES.P * this.scale).text(text, MARGIN + indent, undefined, { width: this.doc.page.width - 2 * MARGIN - indent }).moveDown(0.2);
  }

  /** Grows upwards with its words: a foot that did not fit on its page would begin a page, which has a foot. */
  private footer(): void {
    const { doc } = this;
    const width = doc.page.width - 2 * MARGIN;
    this.pageCount += 1;
    doc.page.margins.bottom = 0;
    doc.font('regular').fontSize(this.scale > 1 ? 10 : 8);
    const height = doc.heightOfString(this.foot, { width });
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.text(this.foot, MARGIN, doc.page.height - FOOT - height, { width });
    doc.endMarkedContent();
    doc.page.margins.bottom = Math.max(MARGIN, FOOT + height + 12);
    doc.x = MARGIN;
    doc.y = MARGIN;
  }
}
