import { NotFound, type Actor } from '@app/kernel';
import type { Verbs } from '../../verbs';
import type { ImportedParty } from '../fhir/imported';
import type { FhirReading } from '../fhir/reading';

const ODS = /ods-organization-code/i;

/** What an organisation of the source is called here. One that is not known here stays a name in the text: none is made up. */
export class KnownOrganisations {
  private readonly odsCodes: ReadonlyMap<string, string>;
  private readonly known = new Map<string, Promise<{ id: string; name: string } | null>>();

  constructor(private readonly verbs: Verbs, private readonly actor: Actor, reading: FhirReading) {
    this.odsCodes = new Map(reading.organisations.flatMap(({ sourceId, odsCode }) => (odsCode ? [[sourceId, odsCode] as const] : [])));
  }

  async nameOf(party: ImportedParty | null): Promise<string | null> {
    if (!party) return null;
    const code = this.codeOf(party);
    return (code ? (await this.knownAs(code))?.name : null) ?? party.name ?? party.identifier?.value ?? null;
  }

  /** Which organisation it is here; null for one that is not known, or not by a code. */
  async idOf(party: ImportedParty | null): Promise<string | null> {
    const code = party && this.codeOf(party);
    return code ? ((await this.knownAs(code))?.id ?? null) : null;
  }

  private codeOf({ sourceId, identifier }: ImportedParty): string | undefined {
    return (sourceId && this.odsCodes.get(sourceId)) ?? (ODS.test(identifier?.system ?? '') ? identifier?.value : undefined);
  }

  /** Does `system|code`, a reference by identifier alone, mean an organisation that is known here? */
  async knows(reference: string): Promise<boolean> {
    const [system = '', code = ''] = reference.split('|');
    return ODS.test(system) && (await this.knownAs(code)) !== null;
  }

  private knownAs(code: string): Promise<{ id: string; name: string } | null> {
    const known = this.known.get(code);
    if (known) return known;
    const asked = this.verbs.as(this.actor, () => this.verbs.organisations.byCode(code)).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    this.known.set(code, asked);
    return asked;
  }
}
