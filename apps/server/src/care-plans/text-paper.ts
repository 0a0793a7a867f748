import type { OnPaperParts } from './paper';

/** The same as on paper in plain text, to be put into another system: no marks that such a system would show as such. */
export class TextPaper implements OnPaperParts {
  private readonly lines: string[] = [];

  heading(level: 'H1' | 'H2' | 'H3', text: string): void {
    this.lines.push(...(this.lines.length > 0 ? [''] : []), level === 'H3' ? text : text.toUpperCase());
  }

  paragraph(text: string): void {
    this.lines.push(text);
  }

  list(items: readonly (readonly string[])[]): void {
    for (const [first = '', ...rest] of items) this.lines.push(`- ${first}`, ...rest.map((line) => `  ${line}`));
  }

  get text(): string {
    return `${this.lines.join('\n')}\n`;
  }
}
