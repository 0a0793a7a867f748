import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { PageStates } from '@app/web-kit';

const SERVER = join(__dirname, '../../apps/server/src');

export interface ListedPage {
  /** the view's file, from apps/server/src */
  readonly view: string;
  readonly states: PageStates;
}

/** Every view of the server that exports the states it can be in: found, so that no list can forget one. */
export function listPages(): ListedPage[] {
  return readdirSync(SERVER, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx$/.test(entry.name) && !/spec\.tsx$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => {
      const { states } = jest.requireActual<{ states?: PageStates }>(path);
      return states ? [{ view: relative(SERVER, path).replaceAll('\\', '/'), states }] : [];
    });
}
