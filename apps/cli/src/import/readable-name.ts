/** What the NHS register writes in capitals because it is said letter by letter. */
const saidByLetter = new Set(
  ('ADHD CCG CIC CNS GP GPA GPS HCP HMP HMYOI ICB IT LLP LP MH MIU MSK NHS NMP NMPS OOH OP PCN PCT PLC PMS APMS UK UTC WIC ' +
    'IAPT CAMHS CMHT').split(' '),
);

/** Words that have no vowel and are words all the same; every other one is taken for an abbreviation. */
const vowelless = new Set('BLVD CL CT CTR CTRE CWM DR FL FLR GDNS GRN GRP HLTH LN LTD MR MRS PK PTNR PTNRS RD SQ ST STH TCE'.split(' '));

const small = new Set('and at by de du for in le of on the to under upon with y'.split(' '));

/**
 * A name in capitals as people write it: `GREAT CLACTON MEDICAL PRACTICE` → `Great Clacton Medical Practice`. Abbreviations stay
 * (`HMP Winchester`, `Dr SK Mahtha Practice`). It is a guess for the eye: keep the source beside it. Text that already has small
 * letters is returned as it is.
 */
export function readableName(source: string): string {
  const text = source.trim().replace(/\s+/g, ' ');
  if (/\p{Ll}/u.test(text)) return text;
  return text.replace(/[\p{L}\p{N}'’]+/gu, (word, at: number) => readableWord(word, isBeginning(text.slice(0, at))));
}

/** A line begins anew after a number or a comma: `60 The Street`. */
function isBeginning(before: string): boolean {
  return /(^|[\d,(] *)$/.test(before);
}

function readableWord(word: string, first: boolean): string {
  if (saidByLetter.has(word) || isAbbreviation(word)) return word;
  const lower = word.toLowerCase();
  if (!first && small.has(lower)) return lower;
  return lower
    .replace(/^\p{L}/u, capital)
    .replace(/^Mc(?=\p{L}{3})(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/^([ODL]['’])(\p{L})(?=\p{L})/u, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function isAbbreviation(word: string): boolean {
  if (/\d/.test(word)) return !/^\d+(ST|ND|RD|TH)$/.test(word);
  const letters = word.replace(/['’]S$/, '');
  return !vowelless.has(letters) && !/[AEIOUYÀ-ÖØ-Ý]/.test(letters);
}

function capital(letter: string): string {
  return letter.toUpperCase();
}
