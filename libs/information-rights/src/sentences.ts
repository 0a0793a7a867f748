import type { Body } from './subject-access';

/** Where one sentence ends and the next begins: after a full stop and a blank, or with the line. */
const ENDS = /(?<=[.!?…])\s+|\n+/u;
/** Dates, ids and words of the software are no sentences. */
const NO_SENTENCE = /^(\d{4}-\d{2}-\d{2}|[0-9a-f]{8}-[0-9a-f]{4}-|[a-z_]+$)/;

const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
};

/** What stands in an item, sentence by sentence, each once, in the order in which they stand. */
export const sentencesOf = (body: Body): string[] =>
  [...new Set(texts(body).filter((text) => !NO_SENTENCE.test(text)).flatMap((text) => text.split(ENDS)).map((sentence) => sentence.trim()).filter((sentence) => sentence !== ''))];
