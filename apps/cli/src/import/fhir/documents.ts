import { createHash } from 'node:crypto';
import { FhirElement, isObject, type FhirFault } from './element';

/** A file, parsed or as its text. */
export type FhirDocument = { file: string; json: unknown } | { file: string; text: string };

/** One resource with where it stood. */
export interface FhirResource {
  type: string;
  /** the same for the same resource in whatever file it comes: see {@link sourceIdOf} */
  sourceId: string;
  element: FhirElement;
  fullUrl: string | null;
}

/** Deeper than any FHIR resource nests; what is deeper is not read. */
const deepest = 200;

/** The resources of all documents, bundles unpacked (also bundles within bundles). What is not FHIR becomes a fault. */
export function collectResources(documents: readonly FhirDocument[], faults: FhirFault[]): FhirResource[] {
  return documents.flatMap((document) => {
    const { file } = document;
    const json = 'json' in document ? document.json : parseText(document, faults);
    if (json === undefined) return [];
    if (isDeeperThan(deepest, json)) {
      faults.push({ file, where: '', message: `This is nested more than ${deepest} deep, which FHIR never is` });
      return [];
    }
    if (!isObject(json) || typeof json.resourceType !== 'string') {
      faults.push({ file, where: '', message: 'This is not FHIR: there is no resourceType' });
      return [];
    }
    return unpack(json, file, null, '', faults);
  });
}

function unpack(json: unknown, file: string, fullUrl: string | null, where: string, faults: FhirFault[]): FhirResource[] {
  const type = isObject(json) ? json.resourceType : undefined;
  if (typeof type !== 'string' || !/^[A-Z][A-Za-z]{1,63}$/.test(type)) {
    faults.push({ file, where, message: 'This is not a FHIR resource: its resourceType is not the name of one' });
    return [];
  }
  const element = FhirElement.from(json, file, where ? `${where}(${type})` : type, faults);
  if (!element) return [];
  if (type !== 'Bundle') return [{ type, element, fullUrl, sourceId: sourceIdOf(type, element, fullUrl) }];
  return element.elements('entry').flatMap((entry) => {
    if (entry.json.resource === undefined) return [];
    return unpack(entry.json.resource, file, entry.text('fullUrl'), `${entry.where}.resource`, faults);
  });
}

/**
 * A name for the resource that does not depend on the file: its address on a server, else `Patient/<id>`, else its UUID, else its
 * first identifier, else a digest of what it says.
 */
export function sourceIdOf(type: string, element: FhirElement, fullUrl: string | null): string {
  if (fullUrl && /^https?:/i.test(fullUrl)) return withoutVersion(fullUrl);
  const id = element.text('id') ?? fullUrl?.split(':').at(-1);
  if (id) return `${type}/${id}`;
  for (const identifier of element.oneOrMore('identifier')) {
    const value = identifier.text('value');
    if (value) return `${type}?identifier=${identifier.text('system') ?? ''}|${value}`;
  }
  return `${type}?content=${digestOf(element)}`;
}

/** 32 hexadecimal digits that follow from everything the resource says. */
export function digestOf(element: FhirElement): string {
  return createHash('sha256').update(JSON.stringify(element.json)).digest('hex').slice(0, 32);
}

/** `Patient/1/_history/3` → `Patient/1` */
export function withoutVersion(reference: string): string {
  return reference.replace(/\/_history\/[^/]*$/, '');
}

function parseText(document: { file: string; text: string }, faults: FhirFault[]): unknown {
  try {
    return JSON.parse(document.text.replace(/^\ufeff/, ''));
  } catch {
    faults.push({ file: document.file, where: '', message: 'This is not JSON' });
    return undefined;
  }
}

function isDeeperThan(depth: number, json: unknown): boolean {
  let level = [json];
  for (let at = 0; level.length > 0; at += 1) {
    if (at > depth) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []) as unknown[]);
  }
  return false;
}
