/** A calendar date. FHIR allows `1948` and `1948-03`: then `value` is the first day of it and `estimated` is true. */
export interface ImportedDate {
  /** `1948-03-01` */
  value: string;
  estimated: boolean;
  /** as written: `1948-03` */
  source: string;
}

export interface ImportedPeriod {
  from: ImportedDate | null;
  to: ImportedDate | null;
}

export interface ImportedIdentifier {
  system: string | null;
  value: string;
  use: string | null;
  /** what the identifier is, for people: `NHS number`, `Medical Record Number` */
  label: string;
}

export interface ImportedName {
  use: string | null;
  /** the whole name as it is said: `Mrs Julie Jones` */
  text: string;
  family: string | null;
  given: string[];
  prefix: string[];
  suffix: string[];
  period: ImportedPeriod | null;
}

export interface ImportedAddress {
  use: string | null;
  lines: string[];
  city: string | null;
  district: string | null;
  postcode: string | null;
  country: string | null;
  period: ImportedPeriod | null;
}

export interface ImportedTelecom {
  system: 'phone' | 'email' | 'sms';
  value: string;
  use: string | null;
  /** 1 is tried first */
  rank: number | null;
}

export interface ImportedLanguage {
  code: string | null;
  text: string;
  preferred: boolean;
  /** `Excellent`, `Poor` */
  proficiency: string | null;
}

/** Something that was referred to: read here too (`sourceId`), or known by name or identifier only. */
export interface ImportedParty {
  sourceId: string | null;
  name: string | null;
  identifier: { system: string | null; value: string } | null;
}

export type PersonFlag =
  | 'no-name'
  | 'no-birth-date'
  | 'birth-date-unreadable'
  | 'nhs-number-check-digit'
  | 'nhs-number-format'
  | 'several-nhs-numbers'
  /** younger than 18, or may be by the date given: adults only are coordinated */
  | 'out-of-scope-child'
  /** a death was notified and the record itself does not say that the person has died */
  | 'death-notified'
  /** fax, pager and web addresses have no place here */
  | 'telecom-left-out'
  | 'photo-left-out';

export interface ImportedPerson {
  sourceId: string;
  file: string;
  identifiers: ImportedIdentifier[];
  /** `value` is kept, ten digits, when its check digit is wrong */
  nhsNumber: { value: string; state: 'valid' | 'wrong-check-digit' } | { value: null; state: 'absent' };
  /** the official name first, former names last */
  names: ImportedName[];
  /** what the person is called: `Jim` */
  preferredName: string | null;
  birthDate: ImportedDate | null;
  gender: 'male' | 'female' | 'other' | 'unknown' | null;
  deceased: boolean | ImportedDate;
  addresses: ImportedAddress[];
  telecoms: ImportedTelecom[];
  languages: ImportedLanguage[];
  interpreterRequired: boolean | null;
  contactPreference: { method: string | null; times: string | null; writtenFormat: string | null } | null;
  ethnicity: { code: string | null; text: string } | null;
  /** the practice and, where named, the doctor */
  generalPractitioners: { organisation: ImportedParty | null; practitioner: ImportedParty | null }[];
  flags: PersonFlag[];
}

export interface ImportedRelative {
  sourceId: string;
  /** null when the person is not among what was read; the reference is then in `dangling` */
  personSourceId: string | null;
  name: string | null;
  /** `wife`, `emergency contact` */
  relationship: string | null;
  telecoms: ImportedTelecom[];
  address: ImportedAddress | null;
  birthDate: ImportedDate | null;
  period: ImportedPeriod | null;
  /** `under-18`: a young carer, who never counts as cover */
  flags: ('no-name' | 'under-18')[];
}

export interface ImportedEncounter {
  sourceId: string;
  /** null when the person is not among what was read; the reference is then in `dangling` */
  personSourceId: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  /** in plain words: `Hospital stay` · `Seen in hospital ward` · `Sinusitis` */
  class: string | null;
  type: string | null;
  reason: string | null;
  /** FHIR's own word: `finished`, `in-progress` … */
  status: string | null;
  organisation: ImportedParty | null;
  practitioners: string[];
  flags: ('no-start' | 'time-not-known' | 'end-before-start')[];
}

export interface ImportedOrganisation {
  sourceId: string;
  name: string | null;
  /** of the NHS Organisation Data Service */
  odsCode: string | null;
  identifiers: ImportedIdentifier[];
  telecoms: ImportedTelecom[];
  address: ImportedAddress | null;
  partOf: ImportedParty | null;
}

export interface ImportedPractitioner {
  sourceId: string;
  name: string | null;
  identifiers: ImportedIdentifier[];
  telecoms: ImportedTelecom[];
}
