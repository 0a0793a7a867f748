import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment: Record<string, string>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  read_only?: boolean;
  ports?: string[];
}

const root = join(__dirname, '../..');
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const { load } = jest.requireActual<{ load: (text: string) => { services: Record<string, Service> } }>('js-yaml');
const { services } = load(textOf('docker-compose.yml'));
const service = (name: string): Service => {
  const found = services[name];
  if (!found) throw new Error(`No service ${name}`);
  return found;
};

/** Every setting that the code of the server and the worker reads: `env['NAME']`. */
function settingsRead(): Set<string> {
  const sources = ['apps/server/src', 'apps/worker/src', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/spec\.tsx?$/.test(name))
      .map((name) => textOf(join(folder, name))),
  );
  return new Set(sources.flatMap((source) => [...source.matchAll(/env(?:\['|\.)([A-Z_]+)/g)].map((match) => match[1] ?? '')));
}

describe('the production shape in docker-compose.yml', () => {
  it('is a PostgreSQL 18, a server after it and a worker after both', () => {
    expect(Object.keys(services).sort()).toEqual(['database', 'server', 'worker']);
    expect(service('database').image).toBe('postgres:18');
    expect(service('server').build).toBe('.');
    expect(service('database').healthcheck?.test).toContain('pg_isready');
    expect(service('server').healthcheck?.test.join(' ')).toContain('/health/ready');
    expect(service('server').depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(service('worker').depends_on).toEqual({ server: { condition: 'service_healthy' } });
    expect(service('worker').build).toBe(service('server').build);
    expect(existsSync(join(root, (service('worker').command?.[1] ?? '').replace(/^dist/, '.').replace(/js$/, 'ts')))).toBe(true);
  });

  it.each(['server', 'worker'])('gives the %s only settings that are read', (name) => {
    const read = settingsRead();
    expect(Object.keys(service(name).environment).filter((setting) => !read.has(setting))).toEqual([]);
    expect(service(name).environment).toHaveProperty('DATABASE_URL');
  });

  it('has the worker do the jobs and the sealing, and gives the server no password for them', () => {
    expect(service('server').environment).toMatchObject({ ONESTORY_JOBS: 'apart' });
    expect(service('server').environment).not.toHaveProperty('DATABASE_CLOCK_URL');
    expect(service('worker').environment).toHaveProperty('DATABASE_CLOCK_URL');
  });

  it('holds no secret: every password is asked for and none has a default', () => {
    for (const { environment } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD/.test(name)) expect(value).toMatch(/^\$\{\w+:\?[^}]+\}$/);
        if (/^DATABASE\w*URL$/.test(name)) expect(value).toMatch(/^postgresql:\/\/onestory_\w+:\$\{\w+:\?[^}]+\}@database:5432\/onestory$/);
      }
    }
  });

  it('prepares its database with the administrator’s script, and gives the script all that it asks for', () => {
    expect(service('database').volumes).toContain('./docs/provision.sql:/docker-entrypoint-initdb.d/provision.sql:ro');
    const asked = [...textOf('docs/provision.sql').matchAll(/^\\getenv \w+ (\w+)$/gm)].map((match) => match[1]);
    expect(asked).toHaveLength(4);
    expect(Object.keys(service('database').environment)).toEqual(expect.arrayContaining(asked));
  });

  it('keeps the head of the audit’s seals apart from the records, on the only folder that anything of ours may write to', () => {
    const { environment, volumes, read_only: readOnly } = service('worker');
    expect(service('server').read_only).toBe(true);
    expect(service('server').volumes).toBeUndefined();
    expect(readOnly).toBe(true);
    expect(volumes).toEqual([`seals:${environment['DATA_DIR']}`]);
    expect(textOf('Dockerfile')).toContain(`chown node:node ${environment['DATA_DIR']}\n`);
  });

  it('is reached through a proxy on the same machine alone', () => {
    expect(service('server').ports).toEqual(['127.0.0.1:3000:3000']);
    expect(service('database').ports).toBeUndefined();
  });
});

describe('the image', () => {
  const steps = textOf('Dockerfile').split('\n');
  const last = (word: string) => steps.findLast((step) => step.startsWith(`${word} `));

  it('runs on the Node of the lock file, as a user without rights, the program that npm start runs', () => {
    const { engines } = JSON.parse(textOf('package.json')) as { engines: { node: string } };
    expect(steps.filter((step) => step.startsWith('FROM '))).toEqual(['FROM node:24-slim AS build', 'FROM node:24-slim']);
    expect(engines.node).toBe('>=24');
    expect(last('USER')).toBe('USER node');
    const program = /dist\/[\w./]+/.exec(last('CMD') ?? '')?.[0];
    expect(textOf('apps/launch/start.mjs')).toContain(`'${program}'`);
  });

  it('takes in what the build needs and no records, history or secrets', () => {
    const taken = textOf('.dockerignore').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect(textOf('.dockerignore').split('\n')[0]).toBe('*');
    expect(taken.sort()).toEqual(['.npmrc', 'apps', 'libs', 'migrations', 'nest-cli.json', 'package-lock.json', 'package.json', 'tsconfig.json']);
  });
});
