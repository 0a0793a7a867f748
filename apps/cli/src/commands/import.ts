import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ResolvedDatabase } from '@app/embedded-postgres';
import { contextKeyOf } from '@app/records';
import { importFhir } from '../import/apply/fhir';
import { importerOf, type Importer } from '../import/apply/importer';
import { importOrganisations } from '../import/apply/organisations';
import { importServices } from '../import/apply/services';
import type { Summary } from '../import/apply/summary';
import type { FhirDocument } from '../import/fhir/documents';
import { readFhir } from '../import/fhir/read-fhir';
import { readOdsPractices } from '../import/ods';
import { readServices } from '../import/services/read-services';
import { checkAgainst, type Check } from '../import/services/schema';
import { asOwner } from '../owner';
import { Verbs } from '../verbs';
import { say, tell, withDatabase } from './database';

/** @returns the exit code: 1 only when nothing could be read */
export async function importOrganisationsFrom(file: string, options: { organisation: string }): Promise<number> {
  const text = await textOf(file);
  if (text === null) return 1;
  const reading = await readOdsPractices(text);
  if (reading.practices.length === 0) {
    tell(`${basename(file)} holds no practice that can be read`);
    return 1;
  }
  return running(options.organisation, (verbs, importer) => importOrganisations(verbs, importer, reading));
}

/** @returns the exit code: 1 only when nothing could be read */
export async function importFhirFrom(files: readonly string[], options: { organisation: string }): Promise<number> {
  const documents: FhirDocument[] = [];
  for (const file of files) {
    const text = await textOf(file);
    if (text !== null) documents.push({ file: basename(file), text });
  }
  const reading = readFhir(documents);
  if (reading.nothingRead) {
    for (const { file, where, message } of reading.faults) tell(`${file}${where ? `, ${where}` : ''}: ${message}`);
    tell('Nothing could be read');
    return 1;
  }
  return running(options.organisation, (verbs, importer) => importFhir(verbs, importer, reading));
}

/**
 * Services of an Open Referral UK feed: a file, or every JSON file of a folder. The published schema is `--schema`, else the one that
 * lies beside the feed (`schema/service.json`).
 * @returns the exit code: 1 only when nothing could be read
 */
export async function importServicesFrom(path: string, options: { organisation: string; schema?: string }): Promise<number> {
  const documents = await documentsAt(path);
  if (documents.length === 0) return 1;
  const check = await checkFor(path, options.schema);
  if (check === undefined) return 1;
  if (check === null) tell('No published schema came with the feed (--schema): services are compared with what the directory needs only');
  return running(options.organisation, (verbs, importer) =>
    importServices(verbs, importer, readServices(documents, check, { code: options.organisation, name: importer.organisation.name })));
}

async function documentsAt(path: string): Promise<{ file: string; text: string }[]> {
  const found = await stat(path).catch(() => null);
  const files = found?.isDirectory() ? (await readdir(path)).filter((file) => file.endsWith('.json')).sort().map((file) => join(path, file)) : [path];
  const documents: { file: string; text: string }[] = [];
  for (const file of files) {
    const text = await textOf(file);
    if (text !== null) documents.push({ file: basename(file), text });
  }
  return documents;
}

/** @returns null when there is none, undefined when the one that was named cannot be used */
async function checkFor(path: string, named: string | undefined): Promise<Check | null | undefined> {
  if (named !== undefined) {
    const text = await textOf(named);
    return text === null ? undefined : checkAgainst(text);
  }
  for (const folder of [path, dirname(path), dirname(dirname(path))]) {
    const text = await readFile(join(folder, 'schema', 'service.json'), 'utf8').catch(() => null);
    if (text !== null) return checkAgainst(text);
  }
  return null;
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    tell(`${file} could not be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
    return null;
  }
}

function running(code: string, work: (verbs: Verbs, importer: Importer) => Promise<Summary>): Promise<number> {
  return withDatabase(async (database) => {
    for (const line of (await inTheNameOf(database, code, work)).lines()) say(line);
    return 0;
  });
}

/** Runs an import as the organisation: its own context, its own access, its own name on every row. */
export function inTheNameOf(
  database: Pick<ResolvedDatabase, 'appUrl' | 'ownerUrl'>, code: string, work: (verbs: Verbs, importer: Importer) => Promise<Summary>,
): Promise<Summary> {
  return asOwner(database.ownerUrl, async (owner) => {
    const importer = await importerOf(owner, code);
    const verbs = await Verbs.over({ appUrl: database.appUrl, contextKey: await contextKeyOf(owner), poolSize: 2 }, { purpose: 'import', source: 'import' });
    try {
      return await work(verbs, importer);
    } finally {
      await verbs.close();
    }
  });
}
