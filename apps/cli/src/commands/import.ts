import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
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
  const documents: FhirDocument[] = await documentsOf(files, basename);
  const reading = readFhir(documents);
  if (reading.nothingRead) {
    for (const { file, where, message } of reading.faults) tell(`${file}${where ? `, ${where}` : ''}: ${message}`);
    tell('Nothing could be read');
    return 1;
  }
  return running(options.organisation, (verbs, importer) => importFhir(verbs, importer, reading));
}

/**
 * Services of an Open Referral UK feed: a file, or every JSON file of a folder and of the folders in it. The published schema is
 * `--schema`, else the one that lies beside the feed (`schema/service.json`).
 * @returns the exit code: 1 only when nothing could be read
 */
export async function importServicesFrom(path: string, options: { organisation: string; schema?: string }): Promise<number> {
  const documents = await documentsAt(path);
  const check = documents.length > 0 ? await checkFor(path, options.schema) : undefined;
  if (check === undefined) return 1;
  if (check === null) tell('No published schema came with the feed (--schema): services are compared with what the directory needs only');
  return running(options.organisation, (verbs, importer) => {
    const reading = readServices(documents, check, { code: options.organisation, name: importer.organisation.name });
    if (reading.nothingRead) throw new Error([...reading.faults.map(({ where, message }) => `${where} ${message}`), `${basename(path)} holds no service that can be read`].join('\n'));
    return importServices(verbs, importer, reading);
  });
}

async function documentsAt(path: string): Promise<{ file: string; text: string }[]> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return documentsOf([path], basename);
  const files = (await readdir(path, { recursive: true })).filter((file) => file.endsWith('.json') && !isSchema(file)).sort();
  if (files.length === 0) tell(`${path} holds no JSON file`);
  return documentsOf(files.map((file) => join(path, file)), (file) => relative(path, file));
}

/** What the feed is compared with lies beside it, and is none of its services. */
const isSchema = (file: string): boolean => dirname(file).split(sep).includes('schema');

async function documentsOf(files: readonly string[], called: (file: string) => string): Promise<{ file: string; text: string }[]> {
  const documents: { file: string; text: string }[] = [];
  for (const file of files) {
    const text = await textOf(file);
    if (text !== null) documents.push({ file: called(file), text });
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
