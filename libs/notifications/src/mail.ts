import { createTransport, type Transporter } from 'nodemailer';

/** A mail in plain text. It says that there is something, never what or about whom (domain.md I19). */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** the same when the same letter is tried again, so that who receives it twice is shown it once */
  readonly id: string;
  /** what the reader's calendar takes from it (RFC 6047) */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

/** How the service writes to people outside itself. */
export abstract class Mail {
  /** whether letters go anywhere: without it nothing is put in a queue */
  abstract readonly isThere: boolean;
  /** where people open the service: `https://onestory.example.org` */
  abstract readonly address: string;
  /** whom letters come from, without a name: `no-reply@onestory.example.org` */
  abstract readonly sender: string;
  /** Throws when the letter was not taken; the job is then tried again. */
  abstract send(letter: Letter): Promise<void>;
}

export interface MailSettings {
  /** `smtps://user:password@mail.example.org` */
  readonly smtpUrl: string;
  readonly from: string;
  readonly address: string;
}

/** SMTP_URL, ONESTORY_ADDRESS and ONESTORY_MAIL_FROM; none without SMTP_URL. People open the service at the first of ONESTORY_HOSTS unless told otherwise. */
export function mailSettingsFrom(env: Readonly<Record<string, string | undefined>>): MailSettings | undefined {
  const smtpUrl = env['SMTP_URL'];
  if (!smtpUrl) return undefined;
  const host = (env['ONESTORY_HOSTS'] ?? '').split(',').map((one) => one.trim().toLowerCase()).find(Boolean) ?? `localhost:${env['PORT'] || 3000}`;
  const address = (env['ONESTORY_ADDRESS'] || `${host.startsWith('localhost') ? 'http' : 'https'}://${host}`).replace(/\/+$/, '');
  return { smtpUrl, address, from: env['ONESTORY_MAIL_FROM'] || `OneStory <no-reply@${new URL(address).hostname}>` };
}

const WAIT_MS = 10_000;

export class SmtpMail extends Mail {
  override readonly isThere = true;
  override readonly address: string;
  override readonly sender: string;
  private readonly transport: Transporter;

  constructor(private readonly settings: MailSettings) {
    super();
    this.address = settings.address;
    this.sender = /<([^>]+)>/.exec(settings.from)?.[1] ?? settings.from;
    this.transport = createTransport(settings.smtpUrl, { connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS } as object);
  }

  override async send({ to, subject, text, id, calendar }: Letter): Promise<void> {
    const headers = { 'Auto-Submitted': 'auto-generated' };
    await this.transport.sendMail({ from: this.settings.from, to: { name: '', address: to }, subject, text, headers, messageId: `<${id}@onestory>`, disableFileAccess: true, disableUrlAccess: true, ...(calendar && { icalEvent: calendar }) });
  }
}

export class NoMail extends Mail {
  override readonly isThere = false;
  override readonly address = '';
  override readonly sender = '';
  override send(): Promise<void> {
    return Promise.reject(new Error('No mail is set up'));
  }
}
