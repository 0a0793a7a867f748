import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ResolvedDatabase } from '@app/embedded-postgres';
import { importFhir } from '../import/apply/fhir';
import { importerOf, type Importer } from '../import/apply/importer';
import { importOrganisations } from '../import/apply/organisations';
import type { Summary } from '../import/apply/summary';
import type { FhirDocument } from '../import/fhir/documents';
import { readFhir } from '../import/fhir/read-fhir';
import { readOdsPractices } from '../import/ods';
import { asOwner, contextKeyOf } from '../owner';
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
