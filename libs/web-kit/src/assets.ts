import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the built browser files are: `ONESTORY_ASSETS_DIR`, or `dist/public` under the directory the server runs in. */
export function assetsDirectory(): string {
  return process.env.ONESTORY_ASSETS_DIR ?? join(process.cwd(), 'dist', 'public');
}

let manifest: Record<string, string> | undefined;

function readManifest(): Record<string, string> {
  const file = join(assetsDirectory(), 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

/**
 * The address of a built file: `asset('app.css')` is `/assets/app.<hash>.css`, which browsers may keep for ever. Before a
 * build it is the plain name, so that views can be rendered in tests.
 */
export function asset(name: string): string {
  manifest ??= readManifest();
  return `/assets/${manifest[name] ?? name}`;
}
