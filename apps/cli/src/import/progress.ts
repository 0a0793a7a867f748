import { SingleBar } from 'cli-progress';

/** Where progress is shown: a terminal, a file or a pipe. */
export type ProgressOutput = NodeJS.WritableStream & { isTTY?: boolean };

/**
 * Tells whoever waits how far an import is: a bar on a terminal, and where there is none (a log, a pipe) a plain line at the start,
 * at each tenth and at the end. It writes to standard error, so that what a command prints can still be piped on.
 */
export class Progress {
  private readonly bar: SingleBar | undefined;
  private done = 0;

  /** `what` is read before the number (`Reading practices`), `total` counts the steps of {@link advance}. */
  constructor(
    private readonly what: string,
    private readonly total: number,
    private readonly output: ProgressOutput = process.stderr,
  ) {
    if (output.isTTY) {
      this.bar = new SingleBar({ stream: output, format: `${what} {bar} {value} of {total}`, barsize: 30 });
      this.bar.start(total, 0);
    } else {
      this.line();
    }
  }

  advance(steps = 1): void {
    const tenthsBefore = this.tenths();
    this.done += steps;
    if (this.bar) this.bar.update(this.done);
    else if (this.tenths() > tenthsBefore && this.done < this.total) this.line();
  }

  finish(): void {
    if (this.bar) this.bar.stop();
    else if (this.done > 0) this.line();
  }

  private tenths(): number {
    return Math.floor((this.done * 10) / Math.max(this.total, 1));
  }

  private line(): void {
    this.output.write(`${this.what}: ${this.done} of ${this.total}\n`);
  }
}
