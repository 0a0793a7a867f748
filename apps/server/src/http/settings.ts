import { hkdfSync } from 'node:crypto';
import type { DestinationStream } from 'pino';
import { mailSettingsFrom, type MailSettings } from '@app/notifications';

/** What a deployment decides. Made once at start; nothing else reads the environment. */
export interface Settings {
  readonly appUrl: string;
  /** 32 bytes, the same as in the table context_key; every other secret follows from it */
  readonly contextKey: Buffer;
  readonly poolSize?: number;
  /** how long a request waits for a database connection, in milliseconds */
  readonly waitMs?: number;
  /** the same database past any pooler, on which the server hears of changes; browsers ask now and then without it */
  readonly directUrl?: string;
  /** by which letters go out; without it links stand in the log and nobody is written to */
  readonly mail?: MailSettings;
  /** cookies only over HTTPS, as in every deployment that is not on somebody's own machine */
  readonly secure: boolean;
  /** which proxies may say where a request came from: Express's `trust proxy` */
  readonly trustProxy: boolean | number | string;
  /** host names under which the service answers, with or without a port */
  readonly hosts: readonly string[];
  /** where the log goes: standard output unless given */
  readonly log?: DestinationStream;
}

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/** PORT and the like from the environment; the database from whoever resolved it. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>, database: { appUrl: string; contextKey: Buffer; directUrl?: string | undefined }): Settings {
  const hosts = (env['ONESTORY_HOSTS'] ?? '').split(',').map((host) => host.trim().toLowerCase()).filter(Boolean);
  const { appUrl, contextKey, directUrl = env['DATABASE_DIRECT_URL'] } = database;
  const mail = mailSettingsFrom(env);
  return {
    appUrl,
    contextKey,
    ...(directUrl ? { directUrl } : {}),
    ...(mail ? { mail } : {}),
    secure: env['ONESTORY_SECURE'] === '1' || env['NODE_ENV'] === 'production',
    trustProxy: trusted(env['ONESTORY_TRUST_PROXY']),
    hosts: hosts.length > 0 ? hosts : LOCAL,
    ...(env['DATABASE_POOL_SIZE'] ? { poolSize: Number(env['DATABASE_POOL_SIZE']) } : {}),
  };
}

const trusted = (said: string | undefined): boolean | number | string => (said === undefined || said === '' ? false : /^\d+$/.test(said) ? Number(said) : said);

/** A secret for one use, so that what is signed for one can never be shown for another. */
export const secretFor = (use: 'session' | 'cursor' | 'typed-by', settings: Pick<Settings, 'contextKey'>): Buffer =>
  Buffer.from(hkdfSync('sha256', settings.contextKey, '', `onestory ${use}`, 32));

export const SETTINGS = Symbol('settings');
