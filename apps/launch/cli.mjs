import { ensureBuilt, ensureInstalled, run, runOnLocalNode } from './ensure.mjs';

await run(() => {
  ensureInstalled();
  ensureBuilt();
  return runOnLocalNode('dist/apps/cli/src/main.js', process.argv.slice(2));
});
