import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, localEnvironment, localNode, root, run, runOnLocalNode, Trouble } from './ensure.mjs';

await run(() => {
  ensureInstalled();
  ensureBuilt();
  // The same compiler as the build, so that decorators and aliases come out the same.
  const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  const compiled = spawnSync(localNode(), [nest, 'build', '--path', 'apps/launch/tsconfig.bench.json'], {
    cwd: root, env: localEnvironment(), stdio: ['ignore', 2, 2],
  });
  if (compiled.status !== 0) throw new Trouble('The benchmarks could not be compiled; the reason stands above.');
  return runOnLocalNode('dist/test/performance/bench.js', process.argv.slice(2));
});
