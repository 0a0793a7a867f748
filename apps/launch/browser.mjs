import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { localNode, root, tell } from './ensure.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quiet = { stdio: ['ignore', 2, 2] };

/**
 * The path of a Chromium for the browser tests: CHROMIUM_PATH, an installed one, one from apt-get (root on Debian),
 * or Playwright's own. Undefined when none can be had; the browser tests then fail and say so.
 */
export function ensureBrowser() {
  return process.env.CHROMIUM_PATH || PLACES.find(existsSync) || fromApt() || fromPlaywright();
}

function fromApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  tell('Installing Chromium for the browser tests…');
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { ...quiet, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
  return PLACES.find(existsSync);
}

function fromPlaywright() {
  const { chromium } = createRequire(join(root, 'package.json'))('playwright-core');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  tell('Downloading Chromium for the browser tests…');
  spawnSync(localNode(), [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], quiet);
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}
