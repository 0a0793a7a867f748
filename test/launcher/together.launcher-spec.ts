import { once } from 'node:events';
import { createServer } from 'node:net';
import { makePlace, type Place } from './place';
import { runs, StartedApp, storedWrites, until } from './started-app';

describe('programs that share a machine', () => {
  let place: Place;
  let apps: StartedApp[] = [];
  beforeEach(() => void (place = makePlace()));
  afterEach(async () => {
    const pids = apps.map((app) => app.postgresPid);
    await Promise.all(apps.map((app) => app.kill()));
    await until(() => !pids.some(runs));
    apps = [];
    place.remove();
  });

  it('fault 4: three first starts at once on one folder make one database, and each goes on when the one before it is killed', async () => {
    apps = await Promise.all([1, 2, 3].map(() => StartedApp.start(place, { mode: 'write' })));
    const [port] = apps.map((app) => app.port);
    expect(apps.map((app) => app.port)).toEqual([port, port, port]);
    expect(apps.filter((app) => !app.adopted)).toHaveLength(1);

    const left = apps.toSorted((a, b) => Number(a.adopted) - Number(b.adopted));
    while (left.length > 1) {
      await left.shift()?.kill();
      const counts = left.map((app) => app.written.length);
      await until(() => left.every((app, i) => app.written.length > (counts[i] ?? 0) + 500));
    }
    // Before we look: the survivor goes on writing.
    const acknowledged = apps.flatMap((app) => [...app.written]);
    const stored = await storedWrites(place, port ?? 0);
    expect(acknowledged.length).toBeGreaterThan(1_500);
    expect(acknowledged.filter((write) => !stored.has(write))).toEqual([]);
  });

  it('fault 4: the last to leave leaves no database behind', async () => {
    const first = await StartedApp.start(place);
    const second = await StartedApp.start(place);
    apps = [first, second];
    expect(second.postgresPid).toBe(first.postgresPid);
    second.child.kill('SIGTERM');
    await second.ended;
    expect(runs(first.postgresPid)).toBe(true);
    first.child.kill('SIGTERM');
    await first.ended;
    await until(() => !runs(first.postgresPid), 2);
  });

  it('fault 5: starts when the port of PostgreSQL is taken', async () => {
    const taken = createServer();
    // Somebody else may have it already, which is the same to us.
    const listening = once(taken, 'listening').catch(() => undefined);
    taken.listen(5432, '127.0.0.1');
    await listening;
    apps = [await StartedApp.start(place)];
    expect(apps[0]?.port).not.toBe(5432);
    taken.close();
  });
});
