import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { makePlace, type Place } from './place';
import { runs, StartedApp, storedWrites, until } from './started-app';

describe('a postmaster.pid that somebody left behind', () => {
  let place: Place;
  let stranger: ChildProcess | undefined;
  let app: StartedApp | undefined;

  beforeAll(() => void (place = makePlace()));
  afterAll(() => place.remove());

  beforeEach(async () => {
    app = await StartedApp.start(place, { mode: 'write' });
    const { written, postgresPid } = app;
    await until(() => written.length > 10);
    process.kill(postgresPid, 'SIGKILL');
    await app.kill();
  });

  afterEach(async () => {
    const pid = app?.postgresPid ?? 0;
    await app?.kill();
    await until(() => !runs(pid));
    stranger?.kill('SIGKILL');
  });

  const pidFile = () => join(place.directory, 'postmaster.pid');
  const leave = (pid: string) => writeFileSync(pidFile(), readFileSync(pidFile(), 'utf8').replace(/^.*\n/, `${pid}\n`));
  // PostgreSQL overlooks the processes of other users by itself.
  const sameUser = () => {
    const { uid, gid } = statSync(place.directory);
    return { uid, gid, cwd: '/' };
  };
  const startsWithItsRecords = async () => {
    const before = app?.written ?? [];
    app = await StartedApp.start(place);
    expect(app.adopted).toBe(false);
    const stored = await storedWrites(place, app.port);
    expect(before.length).toBeGreaterThan(0);
    expect(before.filter((write) => !stored.has(write))).toEqual([]);
  };

  it('fault 3: is overlooked when the server is gone', async () => {
    await startsWithItsRecords();
  });

  it('fault 3: is overlooked when its process is a zombie', async () => {
    // sleep takes the place of the shell and never asks how the shell's child ended.
    stranger = spawn('/bin/sh', ['-c', 'cat <&3 & echo $!; exec sleep 60'], { ...sameUser(), stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
    const [line] = (await once(stranger.stdout as NodeJS.EventEmitter, 'data')) as [Buffer];
    const zombie = Number(line.toString());
    await until(() => readFileSync(`/proc/${stranger?.pid}/cmdline`, 'utf8').startsWith('sleep'));
    (stranger.stdio[3] as Socket).destroy();
    await until(() => /\) Z /.test(readFileSync(`/proc/${zombie}/stat`, 'utf8')));
    leave(String(zombie));
    await startsWithItsRecords();
  });

  it('fault 3: is overlooked when its number belongs to a stranger by now, who feels nothing of it', async () => {
    stranger = spawn('sleep', ['60'], sameUser());
    leave(String(stranger.pid));
    await startsWithItsRecords();
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
    expect(runs(stranger.pid ?? 0)).toBe(true);
  });

  it('fault 3: is overlooked when its number belongs to the database of another folder by now', async () => {
    const elsewhere = { ...place, directory: `${place.directory}-elsewhere` };
    const other = await StartedApp.start(elsewhere);
    leave(String(other.postgresPid));
    await startsWithItsRecords();
    expect(app?.port).not.toBe(other.port);
    expect(runs(other.postgresPid)).toBe(true);
    await other.kill();
    await until(() => !runs(other.postgresPid));
  });

  it.each([['empty', ''], ['garbage', 'no number\nat all\n'], ['binary', '\0\0\0\0']])('fault 3: is put aside when it is %s', async (_, content) => {
    writeFileSync(pidFile(), content);
    await startsWithItsRecords();
    expect(readFileSync(`${pidFile()}.unreadable`, 'utf8')).toBe(content);
  });
});
