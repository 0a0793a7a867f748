import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, localNode, root, run, runOnLocalNode, tell, Trouble } from './ensure.mjs';

await run(async () => {
  ensureInstalled();
  const assets = spawnSync(localNode(), [join(root, 'libs/web-kit/build-assets.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (assets.status !== 0) throw new Trouble('The styles and scripts could not be built; the reason stands above.');
  const browser = ensureBrowser();
  if (!browser) tell('No browser was found or could be installed. Set CHROMIUM_PATH to one.');

  const folder = mkdtempSync(join(tmpdir(), 'onestory-totals-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runOnLocalNode('node_modules/jest/bin/jest.js', ['--rootDir', root, '--json', `--outputFile=${report}`, ...process.argv.slice(2)], {
      PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? '200',
      ...(browser ? { CHROMIUM_PATH: browser } : {}),
    });
    console.log(totals(report));
    return code;
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function totals(report) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that could not be run at all has no tests to count and has failed all the same.
  return `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
}
