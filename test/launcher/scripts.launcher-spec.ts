import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runs, until } from './started-app';

/** A project that needs no network to install and whose build and server only say that they ran. */
function makeProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'onestory-scripts-'));
  cpSync(join(__dirname, '../../apps/launch'), join(project, 'apps/launch'), { recursive: true });
  for (const folder of ['libs', 'migrations', 'dependency', 'dist/apps/server/src']) mkdirSync(join(project, folder), { recursive: true });
  const about = { name: 'small', version: '1.0.0', dependencies: { dependency: 'file:dependency' } };
  const dependency = { version: '1.0.0' };
  const write = (name: string, content: unknown) => writeFileSync(join(project, name), typeof content === 'string' ? content : JSON.stringify(content));
  write('package.json', { ...about, scripts: { build: 'echo the build ran >&2' } });
  write('package-lock.json', { ...about, lockfileVersion: 3, requires: true, packages: { '': about, dependency, 'node_modules/dependency': { resolved: 'dependency', link: true } } });
  write('dependency/package.json', { ...dependency, name: 'dependency' });
  write('tsconfig.json', {});
  write('nest-cli.json', {});
  write('libs/source.ts', '');
  write('dist/apps/server/src/main.js', 'process.on("SIGTERM", () => process.exit(7)); console.log(`serving ${process.pid}`); setInterval(() => {}, 1e6);');
  return project;
}

const withoutNpm = { ...process.env, npm_execpath: undefined, NODE_OPTIONS: undefined };

describe('the scripts that start OneStory', () => {
  let project: string;
  beforeAll(() => void (project = makeProject()));
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  const start = () => {
    const starter = spawn(process.execPath, [join(project, 'apps/launch/start.mjs')], { env: withoutNpm, stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    for (const stream of [starter.stdout, starter.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString()));
    const ended = once(starter, 'close');
    const serving = async () => {
      await until(() => /serving \d+/.test(words));
      return Number(/serving (\d+)/.exec(words)?.[1]);
    };
    return { starter, ended, serving, words: () => words };
  };
  const startAndStop = async () => {
    const run = start();
    await run.serving();
    run.starter.kill('SIGTERM');
    expect(await run.ended).toEqual([7, null]);
    return run.words();
  };

  it('install and build what has changed and nothing else, say so, and hand on the signal and the exit code', async () => {
    const first = await startAndStop();
    expect(first).toMatch(/Installing[^]*Building[^]*the build ran[^]*Starting/);

    const second = await startAndStop();
    expect(second).toContain('Starting');
    expect(second).not.toMatch(/Installing|Building/);

    utimesSync(join(project, 'libs/source.ts'), 1, 1);
    const third = await startAndStop();
    expect(third).toContain('the build ran');
    expect(third).not.toContain('Installing');

    rmSync(join(project, 'node_modules/.package-lock.json'), { force: true });
    expect(await startAndStop()).toContain('Installing');
  });

  it('fault 1: end the server when the starter is killed', async () => {
    const run = start();
    const server = await run.serving();
    expect(runs(server)).toBe(true);
    run.starter.kill('SIGKILL');
    await until(() => !runs(server), 2);
  });

  it('tell in one sentence why they cannot go on', () => {
    writeFileSync(join(project, 'libs/source.ts'), 'changed');
    writeFileSync(join(project, 'package.json'), readFileSync(join(project, 'package.json'), 'utf8').replace('echo the build ran >&2', 'exit 1'));
    const { status, stderr } = spawnSync(process.execPath, [join(project, 'apps/launch/start.mjs')], { env: withoutNpm, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('The build failed; the reason stands above.');
    expect(stderr).not.toContain('at ');
  });
});
