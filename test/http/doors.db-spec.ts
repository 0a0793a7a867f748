import { connect } from 'node:net';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Admissions } from '../../apps/server/src/http/admissions';
import { startTestApp, Visitor, type TestApp } from '../support/app';
import { anOrganisation, aWorker } from '../support/staff';

let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app?.close());

/** What the server says to these bytes, until it closes the connection. */
const say = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(app.server.port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => { answer += chunk.toString(); });
    socket.on('close', () => resolve(answer));
    // What is still on its way when the server has said no is cut off.
    socket.on('error', (error) => (answer ? resolve(answer) : reject(error)));
  });
const status = async (bytes: string): Promise<number> => Number((await say(bytes)).split(' ')[1]);

describe('At the door', () => {
  it('input 64: another host name is refused, except for the health checks', async () => {
    const visitor = new Visitor(app);
    const answer = await visitor.get('/api/me').set('Host', 'evil.example');
    expect([answer.status, answer.body.type]).toEqual([421, 'urn:onestory:host.unknown']);
    expect((await visitor.get('/health/ready').set('Host', '10.0.0.7:3000')).status).toBe(200);
  });

  it('input 65: too many headers, too many cookies, too long a path, and bytes that are no character', async () => {
    const line = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`;
    expect(await status(line('/health/live', `X-Large: ${'x'.repeat(64 * 1024)}\r\n`))).toBe(431);
    expect(await status(line('/sign-in', `Cookie: ${Array.from({ length: 200 }, (_, i) => `c${i}=1`).join('; ')}\r\n`))).toBe(431);
    expect(await status(line(`/${'x'.repeat(10 * 1024)}`))).toBe(414);
    expect(await status(line('/%c0%ae%c0%ae/'))).toBe(400);
  });

  it('input 66: two lengths of one request are refused and the connection closed', async () => {
    expect(await status('POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n')).toBe(400);
  });

  it('input 69: nothing that is sent becomes a line of the log', async () => {
    const visitor = new Visitor(app);
    await visitor.get('/%0d%0aADMIN%20logged%20in').set('User-Agent', 'x","what":"ADMIN logged in');
    await visitor.submit('/sign-in', { email: 'a@b.org\r\nADMIN logged in', password: 'x' });
    const lines = app.log.map((one) => JSON.parse(one) as { what: string; route?: string });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((one) => one.what.includes('ADMIN'))).toEqual([]);
    expect(app.log.join()).not.toContain('ADMIN');
  });

  it('the log says which route, not which address, and no name', async () => {
    const admin = await aWorker(app, await anOrganisation(app), { name: 'Unlogged Name', roles: ['org_admin'] });
    const visitor = await admin.signIn();
    await visitor.get(`/people-and-access/${admin.membershipId}?search=secret`);
    const line = app.log.find((one) => one.includes('/people-and-access/:id')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', route: '/people-and-access/:id', status: 200, requestId: expect.any(String), ms: expect.any(Number) });
    expect(app.log.join()).not.toMatch(/Unlogged|secret/);
  });

  it('every page has the content security policy, and none is kept by a browser', async () => {
    const { headers } = await new Visitor(app).get('/sign-in');
    expect(headers['content-security-policy']).toContain(`default-src 'none'`);
    expect(headers['content-security-policy']).toContain(`require-trusted-types-for 'script'`);
    expect([headers['x-frame-options'], headers['x-content-type-options'], headers['cache-control'], headers['x-powered-by']]).toEqual(['DENY', 'nosniff', 'no-store', undefined]);
  });

  it('the server does not start with a handler that does not say who may come', async () => {
    @Controller('silent')
    class Silent {
      @Get() all(): string {
        return 'everything';
      }
    }
    const module = await Test.createTestingModule({ imports: [DiscoveryModule], controllers: [Silent], providers: [Admissions] }).compile();
    await expect(module.createNestApplication().init()).rejects.toThrow('Say with @MayCome who may come to: Silent.all');
  });

  it('every handler of the server says who may come', () => {
    const list = app.server.app.get(Admissions).list();
    expect(list.length).toBeGreaterThan(20);
    expect(list).toContainEqual(expect.objectContaining({ method: 'POST', path: '/api/colleagues', admission: { audience: 'staff', roles: ['org_admin'] } }));
  });

  it('programs are told what there is, for reading and for machines', async () => {
    const visitor = new Visitor(app);
    const { body } = await visitor.get('/api/openapi.json');
    const command = body.paths['/api/colleagues'].post.requestBody.content['application/json'].schema.$ref.split('/').at(-1);
    expect(body.components.schemas[command]).toMatchObject({ required: expect.arrayContaining(['name', 'email']), properties: { name: { type: 'string', maxLength: 100 } } });
    expect(Object.keys(body.paths as object).filter((path) => !path.startsWith('/api/'))).toEqual([]);
    const page = await visitor.agent.get('/api/docs').set('Accept', 'text/html');
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('POST /api/colleagues')]);
  });

  it.each(['/help', '/accessibility', '/privacy'])('%s can be read by anybody', async (path) => {
    expect((await new Visitor(app).get(path)).status).toBe(200);
  });

  it('input 64: a forged X-Forwarded-For does not make a new client', async () => {
    const visitor = new Visitor(app);
    await visitor.readToken('/sign-in');
    const statuses: number[] = [];
    for (let i = 0; i < 52; i++) {
      statuses.push((await visitor.submit('/sign-in', { email: `nobody${i}@example.org`, password: 'wrong wrong' }).set('X-Forwarded-For', `203.0.113.${i}`)).status);
    }
    expect(statuses.slice(0, 50).every((one) => one === 422)).toBe(true);
    expect(statuses.slice(50)).toEqual([429, 429]);
  });
});
