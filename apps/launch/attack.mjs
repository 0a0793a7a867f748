import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureInstalled, localNode, root, run, runOnLocalNode, tell, Trouble } from './ensure.mjs';

const TOOLS = ['sqlmap', 'wapiti'];
const isHere = (tool) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));

/** Attacks a deliberately weak server and then ours with sqlmap and wapiti; an hour or two on two cores. */
await run(() => {
  ensureInstalled();
  const missing = TOOLS.filter((tool) => !isHere(tool));
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    tell(`Installing ${missing.join(' and ')}…`);
    for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...missing]]) {
      spawnSync('apt-get', ['-qq', ...step], { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    }
  }
  const stillMissing = TOOLS.filter((tool) => !isHere(tool));
  if (stillMissing.length > 0) throw new Trouble(`The attack needs ${stillMissing.join(' and ')}: install it with your system's packages (Debian: apt-get install ${stillMissing.join(' ')}).`);
  const assets = spawnSync(localNode(), [join(root, 'libs/web-kit/build-assets.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (assets.status !== 0) throw new Trouble('The styles and scripts could not be built; the reason stands above.');
  return runOnLocalNode('node_modules/jest/bin/jest.js', ['--config', join(root, 'test/attack/jest.config.mjs'), ...process.argv.slice(2)]);
});
