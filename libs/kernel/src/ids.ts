import { v5, v7 } from 'uuid';

/** A new UUID, version 7: ordered by time, so that keys of new rows lie together. */
export const newId = (): string => v7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

const NAMED = '0190aaaa-2c1e-7d5b-9a57-5d0c5f2f6f11';
/** The id that follows from a name: what comes twice from elsewhere is known again. The name begins with whose it is, so that nobody meets another's. */
export const idNamed = (...name: string[]): string => v5(JSON.stringify(name), NAMED);
