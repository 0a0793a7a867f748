/** What an import did, for whoever started it. Flags are sentences that somebody can act on. */
export class Summary {
  readonly created = new Map<string, number>();
  readonly changed = new Map<string, number>();
  readonly leftAlone = new Map<string, number>();
  readonly leftOut = new Map<string, number>();
  readonly flagged: string[] = [];

  count(what: 'created' | 'changed' | 'leftAlone' | 'leftOut', things: string, n = 1): void {
    if (n > 0) this[what].set(things, (this[what].get(things) ?? 0) + n);
  }

  /** Takes over what was done in a transaction, once it is committed. */
  add(other: Summary): void {
    for (const what of ['created', 'changed', 'leftAlone', 'leftOut'] as const) for (const [things, n] of other[what]) this.count(what, things, n);
    this.flagged.push(...other.flagged);
  }

  flag(sentence: string): void {
    this.flagged.push(sentence);
  }

  /** One line for each kind of outcome, then each flag on its own. */
  lines(): string[] {
    return [
      `Created:     ${listed(this.created)}`,
      `Changed:     ${listed(this.changed)}`,
      `Left alone:  ${listed(this.leftAlone)}`,
      `Left out:    ${listed(this.leftOut)}`,
      `Flagged:     ${this.flagged.length || 'nothing'}`,
      ...this.flagged.map((sentence) => `  - ${sentence}`),
    ];
  }
}

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort(([one], [other]) => one.localeCompare(other)).map(([things, n]) => `${n} ${n === 1 ? ofOne(things) : things}`).join(', ') || 'nothing';

/** "visits", "alerts to look at", "proposed helpers"; a name of FHIR has a bracket behind it and is one already. */
const ofOne = (things: string): string => (things === 'people' ? 'person' : things.replace(/^(proposed \w+|\w+)s(?=$| (?!\())/, '$1'));
