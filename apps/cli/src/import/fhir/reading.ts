import type { FhirFault } from './element';
import type { ImportedEncounter, ImportedOrganisation, ImportedPerson, ImportedPractitioner, ImportedRelative } from './imported';
import type { CareReading } from './imported-care';

/** Everything that was read. */
export interface FhirReading extends CareReading {
  people: ImportedPerson[];
  relatives: ImportedRelative[];
  encounters: ImportedEncounter[];
  organisations: ImportedOrganisation[];
  practitioners: ImportedPractitioner[];
  /** resources of other types, by type: they are counted and go no further */
  counted: Record<string, number>;
  /** references of the records above that lead to nothing that was read */
  dangling: { from: string; reference: string }[];
  faults: FhirFault[];
  nothingRead: boolean;
}
