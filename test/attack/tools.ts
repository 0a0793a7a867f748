import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One request as it is attacked: a star stands behind each value that is tried. */
export interface Target {
  readonly method: string;
  /** path and query */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What an attack found, each in a line of the tool's own words. */
export interface Found {
  readonly faults: readonly string[];
}

const REFUSALS = '400,401,403,404,405,406,409,410,412,413,415,422,428,429';

/**
 * Lets sqlmap try SQL of its own in every marked value. @see https://github.com/sqlmapproject/sqlmap/wiki/Usage
 * @param thorough every technique for every value; otherwise only where a first look is promising
 */
export async function injectSql(url: string, targets: readonly Target[], thorough: boolean): Promise<Found & { tried: number }> {
  return inFolder(async (folder) => {
    const log = join(folder, 'requests.log');
    writeFileSync(log, targets.map((target) => logged(url, target)).join('\n'));
    const results = join(folder, 'results.csv');
    const said = await run('sqlmap', [
      '-l', log, '--ignore-stdin', '--batch', '--disable-coloring', '--dbms=postgresql', '--output-dir', join(folder, 'out'), '--results-file', results, `--ignore-code=${REFUSALS}`, '--skip-waf', '--time-sec=2',
      '--answers=skip to the next=n,follow=n,reduce=y,keep testing=n', ...(thorough ? [] : ['--smart']),
    ]);
    const faults = (existing(results) ?? '').split('\n').slice(1).filter((line) => line.trim() !== '');
    // What was tried at the same address with another method is not tried again.
    return { faults, tried: said.split('\n').filter((line) => /heuristic \(basic\) test shows that|skipping previously processed/.test(line)).length };
  });
}

/** Lets wapiti look for scripts that can be slipped into these pages and the forms on them. @see https://wapiti-scanner.github.io */
export async function slipScripts(url: string, pages: readonly string[], headers: Readonly<Record<string, string>>): Promise<Found> {
  return inFolder(async (folder) => {
    const report = join(folder, 'report.json');
    await run('wapiti', [
      '-u', `${url}/`, ...pages.flatMap((page) => ['-s', url + page]), '-d', '0', '--scope', 'folder', '-m', 'xss,permanentxss,exec,file,crlf,redirect', '--flush-session', '--store-session', folder,
      '--store-config', folder, '--no-bugreport', '-v', '1', '-f', 'json', '-o', report, ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
    ]);
    const { vulnerabilities } = JSON.parse(readFileSync(report, 'utf8')) as { vulnerabilities: Record<string, { method: string; path: string; info: string }[]> };
    return { faults: Object.entries(vulnerabilities).flatMap(([kind, all]) => all.map(({ method, path, info }) => `${kind}: ${method} ${path}: ${info}`)) };
  });
}

/** As Burp's proxy writes it. */
function logged(url: string, { method, path, headers, body }: Target): string {
  const line = '='.repeat(54);
  const { host } = new URL(url);
  const all = { Host: host, ...headers, ...(body ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}) };
  return `${line}\n10:00:00  ${url}  [127.0.0.1]\n${line}\n${method} ${path} HTTP/1.1\n${Object.entries(all).map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${body}\n${line}\n`;
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'onestory-attack-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function existing(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** All that a program said. Throws with its last words when it ends badly. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => { said += part.toString(); });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${program} ended with ${code}: ${said.slice(-2000)}`))));
  });
}
