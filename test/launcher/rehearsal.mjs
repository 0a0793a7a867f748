// The production shape without Docker: does in empty folders what the Dockerfile and docker-compose.yml say, against a PostgreSQL of its own, and fails where
// they name what is not there or what they start does not come up. Needs an installed and built clone: node test/launcher/rehearsal.mjs
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const { load } = require('js-yaml');
const { launch, provision } = require('../../dist/libs/embedded-postgres/src');
const place = mkdtempSync(join(tmpdir(), 'onestory-rehearsal-'));
chmodSync(place, 0o755);
const began = performance.now();
const say = (words) => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${words}`);
const fail = (words) => { throw new Error(words); };

function run(words, command, args, options) {
  say(words);
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) fail(`${words} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}
/** What was installed is not copied but shared, down to npm's own list of it, the one file that pruning would write over. */
function copy(from, to) {
  const shared = from.endsWith('node_modules');
  run(`  ${from.replace(root, '').replace(place, '')} → ${to.replace(place, '')}`, 'cp', [shared ? '-al' : '-a', from, to]);
  if (shared) rmSync(join(to, '.package-lock.json'), { force: true });
}

/** What of the clone the image's builder is given: .dockerignore forbids everything and lets these in. */
function context() {
  const rules = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
  if (rules[0] !== '*') fail('.dockerignore must begin by forbidding everything');
  const wanted = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1));
  const missing = wanted.filter((name) => !existsSync(join(root, name)));
  if (missing.length) fail(`.dockerignore lets in what is not there: ${missing.join(', ')}`);
  const folder = join(place, 'context');
  mkdirSync(folder);
  for (const name of wanted) cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const pattern of rules.filter((rule) => !/^!|^\*$/.test(rule))) for (const path of globSync(pattern, { cwd: folder })) rmSync(join(folder, path));
  return folder;
}

const steps = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
  const [, word, rest] = /^(\w+) (.*)$/.exec(line) ?? fail(`The Dockerfile's line is not understood: ${line}`);
  return { word, rest };
});

/** Goes through the Dockerfile: a folder for each stage. Returns the last, with its command and settings. */
function build() {
  const stages = new Map();
  const image = { folder: '', settings: {}, command: [] };
  const given = context();
  let workdir = '';
  for (const { word, rest } of steps) {
    if (word === 'FROM') {
      image.folder = join(place, 'image', String(stages.size));
      stages.set(/ AS (\w+)/.exec(rest)?.[1] ?? 'last', image.folder);
      mkdirSync(image.folder, { recursive: true });
    } else if (word === 'WORKDIR') {
      workdir = join(image.folder, rest);
      mkdirSync(workdir, { recursive: true });
    } else if (word === 'ENV') {
      const [name, value] = rest.split('=');
      image.settings[name] = value;
    } else if (word === 'COPY') copyInto(rest, workdir, stages, given);
    else if (word === 'RUN') runIn(rest, workdir, image.folder);
    else if (word === 'CMD') image.command = JSON.parse(rest);
    else if (!['USER', 'EXPOSE'].includes(word)) fail(`The Dockerfile says ${word}, which is not rehearsed`);
  }
  return { ...image, workdir };
}

function copyInto(rest, workdir, stages, given) {
  const [, stage, paths] = /^(?:--from=(\w+) )?(.*)$/.exec(rest);
  const names = paths.split(' ');
  const to = join(workdir, names.pop());
  for (const name of names) {
    const from = stage ? join(stages.get(stage) ?? fail(`There is no stage ${stage}`), name) : join(given, name);
    if (!existsSync(from)) fail(`The Dockerfile copies ${name}, which is not there`);
    if (name === '.') run('  all of the context', 'cp', ['-a', `${from}/.`, to]);
    else copy(from, existsSync(to) && statSync(to).isDirectory() ? `${to}/` : to);
  }
}

/** Commands as they stand, but for the two that need a registry: what this clone has installed from the same lock file is taken instead. */
function runIn(line, workdir, folder) {
  for (const command of line.split(' && ')) {
    if (command.startsWith('npm ci --include=dev')) copy(join(root, 'node_modules'), join(workdir, 'node_modules'));
    else if (command.startsWith('npm ci --omit=dev')) run(`npm prune --omit=dev (for ${command})`, 'npm', ['prune', '--omit=dev', '--offline', '--loglevel=error', '--ignore-scripts'], { cwd: workdir });
    else if (command.startsWith('chown ')) existsSync(join(folder, command.split(' ').at(-1))) || fail(`${command}: there is no such folder`);
    else if (command.startsWith('mkdir ')) mkdirSync(join(folder, command.slice('mkdir '.length)), { recursive: true });
    else run(command, 'sh', ['-c', command], { cwd: workdir });
  }
}

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

const children = [];
/** Starts what runs on, and waits until it is up. */
async function start(words, [program, ...args], options, isUp) {
  say(words);
  const child = spawn(program === 'node' ? process.execPath : program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk; });
  children.push(child);
  const deadline = Date.now() + 60_000;
  while (!(await isUp(said))) {
    if (child.exitCode !== null || Date.now() > deadline) fail(`${words} did not come up:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return child;
}

async function main() {
  const image = build();
  const { services } = load(readFileSync(join(root, 'docker-compose.yml'), 'utf8'));
  const secrets = { POSTGRES_PASSWORD: 'postgres', ONESTORY_OWNER_PASSWORD: 'owner', ONESTORY_APP_PASSWORD: 'app', ONESTORY_CLOCK_PASSWORD: 'clock' };
  const passwords = { owner: secrets.ONESTORY_OWNER_PASSWORD, app: secrets.ONESTORY_APP_PASSWORD, clock: secrets.ONESTORY_CLOCK_PASSWORD };
  const postgres = await launch({ directory: join(place, 'postgres') });
  try {
    say('docs/provision.sql');
    await provision(postgres.superuserUrl('postgres'), { database: services.database.environment.ONESTORY_DATABASE, passwords });
    const port = await freePort();
    const settingsOf = (name) => Object.fromEntries(Object.entries(services[name].environment).map(([key, value]) => [key, String(value)
      .replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_, variable, kind, otherwise) => secrets[variable] ?? (kind === '-' ? otherwise : fail(`Nobody gives ${variable}`)))
      .replace('database:5432', `${postgres.host}:${postgres.port}`).replace(/^\/var\//, `${image.folder}/var/`)]));
    const as = (name) => ({ cwd: image.workdir, env: { PATH: `${dirname(process.execPath)}:${process.env.PATH}`, ...image.settings, PORT: String(port), ...settingsOf(name) } });
    const cli = (...args) => run(`cli ${args.join(' ')}`, process.execPath, ['dist/apps/cli/src/main.js', ...args], as('server'));
    cli('migrate');
    cli('welcome', 'MARLSHIRE-CC', '--name', 'Marlshire County Council', '--sector', 'council_social_care');
    const link = cli('create-admin', 'first.name@example.org', '--organisation', 'MARLSHIRE-CC').trim().split('\n').at(-1);
    const [, ...check] = services.server.healthcheck.test.map((word) => word.replace(':3000', `:${port}`));
    const server = await start(image.command.join(' '), image.command, as('server'), () => spawnSync(process.execPath, check.slice(1)).status === 0);
    const page = await fetch(`http://localhost:${port}${link}`, { headers: { 'x-forwarded-proto': 'https' } });
    if (!page.ok) fail(`The first administrator's link answers ${page.status}`);
    const worker = await start(services.worker.command.join(' '), services.worker.command, as('worker'), (said) => said.includes('The worker tells'));
    for (const child of [worker, server]) {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      if ((await ended) !== 0) fail('SIGTERM did not end it well');
    }
    const verified = run('cli verify-audit', process.execPath, ['dist/apps/cli/src/main.js', 'verify-audit'], as('worker'));
    say(verified.trim());
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await postgres.stop();
  }
}

try {
  await main();
  say('what the Dockerfile and docker-compose.yml say comes up, works and ends');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}
