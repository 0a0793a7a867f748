import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { isRecord } from './json';

/** What is wrong with a service, field by field; nothing when it is as the standard says. */
export type Check = (entry: unknown) => string[];

const fieldOf = (error: ErrorObject): string => {
  const missing = (error.params as { missingProperty?: string }).missingProperty;
  return [error.instancePath, missing].filter(Boolean).join('/').replace(/^\//, '') || 'service';
};
const messageOf = (error: ErrorObject): string => {
  if (error.keyword === 'required') return 'is missing';
  const allowed = (error.params as { allowedValues?: unknown[] }).allowedValues;
  return allowed ? `must be one of ${allowed.join(', ')}` : (error.message ?? 'is not as the standard says');
};

/**
 * Compares services with the published JSON Schema of Open Referral UK (`service.json`). The standard's licence (CC BY-SA) is not
 * ours, so the schema comes with the feed and not with OneStory.
 * @throws Error in a sentence when the text is no such schema
 */
export function checkAgainst(schemaText: string): Check {
  const schema: unknown = JSON.parse(schemaText);
  if (!isRecord(schema) || !isRecord(schema['properties']) || !('status' in schema['properties'])) throw new Error('This is not the schema of a service of Open Referral UK');
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false });
  (addFormats.default as (ajv: Ajv) => Ajv)(ajv);
  const validate = ajv.compile(schema);
  return (entry) => (validate(entry) ? [] : [...new Set((validate.errors ?? []).map((error) => `${fieldOf(error)} ${messageOf(error)}`))]);
}
