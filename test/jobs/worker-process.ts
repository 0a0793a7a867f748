import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestApp } from '../support/app';

const root = join(__dirname, '../..');

/** The worker as it is deployed, in a process of its own. */
export class WorkerProcess {
  private readonly folder = mkdtempSync(join(tmpdir(), 'onestory-worker-'));
  private readonly child: ChildProcess;
  private said = '';

  private constructor(env: Record<string, string>) {
    this.child = spawn(process.execPath, ['--import', join(root, 'test/support/typescript.mjs'), join(root, 'apps/worker/src/main.ts')], {
      cwd: this.folder, env: { PATH: process.env['PATH'], NODE_ENV: 'production', DATA_DIR: this.folder, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => { this.said += chunk.toString(); });
  }

  /** @param lines what stands between it and its database, instead of the way that the application has */
  static async start(app: TestApp, smtpUrl: string, lines: { appUrl?: string; clockUrl?: string } = {}): Promise<WorkerProcess> {
    const worker = new WorkerProcess({
      DATABASE_URL: lines.appUrl ?? app.db.appUrl, DATABASE_CLOCK_URL: lines.clockUrl ?? app.db.clockUrl, ONESTORY_CONTEXT_KEY: app.contextKey.toString('hex'),
      SMTP_URL: smtpUrl, ONESTORY_ADDRESS: 'https://onestory.example.org',
    });
    await new Promise<void>((resolve, reject) => {
      worker.child.stdout?.on('data', () => { if (worker.said.includes('The worker tells')) resolve(); });
      worker.child.once('close', () => reject(new Error(`The worker ended: ${worker.said}`)));
    });
    return worker;
  }

  /** What it has written beside the database of the seals' chain; null before the first. */
  head(): string | null {
    const file = join(this.folder, 'audit-head');
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  /** Dies at once, in the middle of whatever it does. */
  kill(): Promise<void> {
    return this.end('SIGKILL').then(() => undefined);
  }

  /** Is told to stop; gives its exit code. */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const closed = once(this.child, 'close') as Promise<[number | null]>;
    this.child.kill(signal);
    const [code] = await closed;
    rmSync(this.folder, { recursive: true, force: true });
    return code;
  }
}
