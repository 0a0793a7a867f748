import type { FhirElement } from './element';

/** The first words of a CodeableConcept: its text, else the display of its first coding that has one. */
export function wordsOf(concept: FhirElement | null): string | null {
  if (!concept) return null;
  return plain(concept.text('text') ?? concept.elements('coding').flatMap((coding) => coding.text('display') ?? [])[0] ?? null);
}

/** The words of a list of CodeableConcepts, joined with a comma. */
export function wordsOfAll(parent: FhirElement, key: string): string | null {
  const words = parent.elements(key).flatMap((concept) => wordsOf(concept) ?? []);
  return [...new Set(words)].join(', ') || null;
}

/** The first code of a CodeableConcept. */
export function codeOf(concept: FhirElement | null): string | null {
  return concept?.elements('coding').flatMap((coding) => coding.text('code') ?? [])[0] ?? null;
}

/** SNOMED CT says in brackets what kind of thing a term is: `Sinusitis (disorder)` → `Sinusitis`. */
function plain(text: string | null): string | null {
  return text?.replace(/ \((?:disorder|finding|procedure|situation|regime\/therapy|environment|event|observable entity)\)$/, '') ?? null;
}

/** HL7 v3 ActCode, as people say it. */
const encounterClasses: Readonly<Record<string, string | undefined>> = {
  AMB: 'Appointment',
  EMER: 'Emergency',
  FLD: 'Seen outside a clinic',
  HH: 'Home visit',
  IMP: 'Hospital stay',
  ACUTE: 'Hospital stay',
  NONAC: 'Hospital stay',
  OBSENC: 'Observation in hospital',
  PRENC: 'Before admission',
  SS: 'Day case',
  VR: 'By telephone or video',
};

/** The class of an encounter (a Coding) in plain words. */
export function encounterClass(coding: FhirElement | null): string | null {
  const code = coding?.text('code');
  return (code ? encounterClasses[code] : undefined) ?? plain(coding?.text('display') ?? null) ?? code ?? null;
}

const relations: Readonly<Record<string, string | undefined>> = {
  N: 'next of kin',
  C: 'emergency contact',
  E: 'employer',
  CP: 'contact person',
  PR: 'person preparing the referral',
  WIFE: 'wife',
  HUSB: 'husband',
  SPS: 'spouse',
  PRN: 'parent',
  MTH: 'mother',
  FTH: 'father',
  CHILD: 'child',
  SIB: 'sibling',
  FRND: 'friend',
  NBOR: 'neighbour',
  ECON: 'emergency contact',
};

/** How a relative is related (CodeableConcepts); published data often gives the code alone. */
export function relationOf(parent: FhirElement): string | null {
  const words = parent.elements('relationship').flatMap((concept) => wordsOf(concept) ?? relations[codeOf(concept) ?? ''] ?? []);
  return [...new Set(words)].join(', ') || null;
}

const units: Readonly<Record<string, string | undefined>> = {
  mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday',
  MORN: 'morning', 'MORN.early': 'early morning', 'MORN.late': 'late morning', NOON: 'noon', AFT: 'afternoon',
  'AFT.early': 'early afternoon', 'AFT.late': 'late afternoon', EVE: 'evening', 'EVE.early': 'early evening',
  'EVE.late': 'late evening', NIGHT: 'night',
};

/** Days and parts of the day of a Timing: `Monday, Wednesday, morning`. */
export function timesOf(timing: FhirElement | null): string | null {
  const repeat = timing?.element('repeat');
  if (!repeat) return null;
  return [...repeat.texts('dayOfWeek'), ...repeat.texts('when')].map((word) => units[word] ?? word).join(', ') || null;
}
