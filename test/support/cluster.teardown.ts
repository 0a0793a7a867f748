import { rmSync } from 'node:fs';
import type { ClusterHolder } from './cluster.setup';

export default async function tearDownCluster(): Promise<void> {
  const cluster = (globalThis as ClusterHolder).testCluster;
  if (!cluster) return;
  await cluster.postgres.stop();
  rmSync(cluster.folder, { recursive: true, force: true });
}
