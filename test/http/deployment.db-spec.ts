import { settingsFrom } from '../../apps/server/src/http/settings';
import { serve } from '../../apps/server/src/serve';
import { startTestApp } from '../support/app';

const database = { appUrl: 'postgresql://x', contextKey: Buffer.alloc(32) };

describe('A deployment', () => {
  it('behind a proxy sends cookies over HTTPS only, under a name that no other site can set', async () => {
    const app = await startTestApp({ secure: true, trustProxy: 1 });
    try {
      const answer = await fetch(`${app.url}/sign-in`, { headers: { accept: 'text/html', 'x-forwarded-proto': 'https' } });
      expect(answer.headers.getSetCookie().join()).toMatch(/^__Host-onestory=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    } finally {
      await app.close();
    }
  });

  it('compresses its pages for browsers that take that', async () => {
    const app = await startTestApp();
    try {
      expect((await fetch(`${app.url}/sign-in`, { headers: { accept: 'text/html', 'accept-encoding': 'gzip' } })).headers.get('content-encoding')).toBe('gzip');
    } finally {
      await app.close();
    }
  });

  it('does not start with a database role that row-level security does not hold', async () => {
    const app = await startTestApp();
    try {
      for (const appUrl of [app.db.superuserUrl, app.db.ownerUrl]) {
        const start = serve({ appUrl, contextKey: app.contextKey, secure: false, trustProxy: false, hosts: [] }, 0, '127.0.0.1');
        await expect(start).rejects.toThrow('Use the role onestory_app');
      }
    } finally {
      await app.close();
    }
  });

  it('says what to do when its port is taken', async () => {
    const app = await startTestApp();
    try {
      const { port } = app.server;
      await expect(serve(settingsFrom({}, { appUrl: app.db.appUrl, contextKey: app.contextKey }), port)).rejects.toThrow(`Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`);
    } finally {
      await app.close();
    }
  });

  it('says under which names it answers and which proxies it trusts; on somebody’s own machine that is enough', () => {
    expect(settingsFrom({}, database)).toMatchObject({ secure: false, trustProxy: false, hosts: ['localhost', '127.0.0.1', '[::1]'] });
    expect(settingsFrom({ NODE_ENV: 'production', ONESTORY_HOSTS: 'Story.example, other.example:8443', ONESTORY_TRUST_PROXY: '1' }, database))
      .toMatchObject({ secure: true, trustProxy: 1, hosts: ['story.example', 'other.example:8443'] });
  });
});
