import { makePlace, type Place } from './place';
import { runs, StartedApp, storedWrites, until } from './started-app';

describe('a program that is killed', () => {
  let place: Place;
  let app: StartedApp | undefined;
  beforeAll(() => void (place = makePlace()));
  afterEach(() => app?.kill());
  afterAll(async () => {
    if (app) await until(() => !runs(app?.postgresPid ?? 0));
    place.remove();
  });

  it('fault 1: leaves no database behind within two seconds, and starts again, ten times', async () => {
    for (let time = 0; time < 10; time++) {
      app = await StartedApp.start(place);
      const { postgresPid } = app;
      expect(app.adopted).toBe(false);
      expect(runs(postgresPid)).toBe(true);
      await app.kill();
      await until(() => !runs(postgresPid), 2);
    }
  });

  it('fault 1: does not have to wait for the old database before it is started again', async () => {
    for (let time = 0; time < 5; time++) {
      app = await StartedApp.start(place, { mode: 'write' });
      const { written } = app;
      await until(() => written.length > 100);
      await app.kill();
    }
    app = await StartedApp.start(place, { mode: 'write' });
    const { written } = app;
    await until(() => written.length > 100);
  });

  it('fault 2: loses nothing that it acknowledged when its database is killed with it', async () => {
    let acknowledged: string[] = [];
    for (let time = 0; time < 5; time++) {
      app = await StartedApp.start(place, { mode: 'write' });
      const { written, postgresPid } = app;
      await until(() => written.length > 300);
      process.kill(postgresPid, 'SIGKILL');
      await app.kill();
      acknowledged = [...acknowledged, ...written];
      const began = Date.now();
      app = await StartedApp.start(place);
      expect(Date.now() - began).toBeLessThan(5_000);
      const stored = await storedWrites(place, app.port);
      expect(acknowledged.filter((write) => !stored.has(write))).toEqual([]);
      await app.kill();
    }
    expect(acknowledged.length).toBeGreaterThan(1_500);
  });
});
