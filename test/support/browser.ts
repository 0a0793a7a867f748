import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The pages behind the address bar, which nobody sees here: loading them took most of a second in each new window. */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];
/** Chromium heeds only the last list of features to do without, so what Playwright's own says is said again. */
const AS_PLAYWRIGHT = [
  'AimEnabled', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'MediaRouter',
  'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch', 'ThirdPartyStoragePartitioning',
];
const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', `--disable-features=${[...ADDRESS_BAR, ...AS_PLAYWRIGHT].join(',')}`,
];

/** Where Chromium is: `CHROMIUM_PATH`, the system's own, or the one that Playwright has downloaded. Throws if there is none. */
export function chromiumPath(): string {
  const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()];
  const found = candidates.find((path): path is string => Boolean(path) && existsSync(path as string));
  if (!found) throw new Error('No Chromium found. Set CHROMIUM_PATH, or run: npx playwright-core install chromium');
  return found;
}

/** A browser of its own with an empty profile, which asks nothing of the network but what a test asks for. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: QUIET });
}
