import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  /** headers and text as they came, soft line breaks of quoted-printable undone */
  readonly raw: string;
  /** byte by byte as it came */
  readonly source: string;
}

/** A mail server that takes every letter and gives none away. */
export interface PostOffice {
  /** what a server is set to that sends by it */
  readonly mail: { readonly smtpUrl: string; readonly from: string; readonly address: string };
  readonly letters: readonly Received[];
  /** the next letter that comes */
  next(): Promise<Received>;
  /** from now on every letter is refused, or no longer */
  refuse(refuses: boolean): void;
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const letters: Received[] = [];
  const waiting: ((letter: Received) => void)[] = [];
  let refuses = false;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 500,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refuses) return done(Object.assign(new Error('Try later'), { responseCode: 451 }));
        const source = Buffer.concat(parts).toString();
        const raw = source.replace(/=\r\n/g, '').replace(/=3D/g, '=');
        const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'mi').exec(raw)?.[1]?.trim() ?? '';
        const letter = { to: session.envelope.rcptTo[0]?.address ?? '', subject: header('Subject'), messageId: header('Message-ID'), raw, source };
        letters.push(letter);
        waiting.shift()?.(letter);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    mail: { smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, from: 'OneStory <no-reply@example.org>', address: 'https://onestory.example.org' },
    letters,
    next: () => new Promise((resolve) => waiting.push(resolve)),
    refuse: (yes) => { refuses = yes; },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
