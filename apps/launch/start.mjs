import { ensureBuilt, ensureInstalled, run, runOnLocalNode, tell } from './ensure.mjs';

await run(() => {
  ensureInstalled();
  ensureBuilt();
  tell('Starting OneStory…');
  return runOnLocalNode('dist/apps/server/src/main.js', process.argv.slice(2));
});
