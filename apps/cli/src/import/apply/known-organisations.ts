import { NotFound, type Actor } from '@app/kernel';
import type { Verbs } from '../../verbs';
import type { FhirReading, ImportedParty } from '../fhir/imported';

const ODS = /ods-organization-code/i;

/** What an organisation of the source is called here. One that is not known here stays a name in the text: none is made up. */
export class KnownOrganisations {
  private readonly odsCodes: ReadonlyMap<string, string>;
  private readonly names = new Map<string, Promise<string | null>>();

  constructor(private readonly verbs: Verbs, private readonly actor: Actor, reading: FhirReading) {
    this.odsCodes = new Map(reading.organisations.flatMap(({ sourceId, odsCode }) => (odsCode ? [[sourceId, odsCode] as const] : [])));
  }

  async nameOf(party: ImportedParty | null): Promise<string | null> {
    if (!party) return null;
    const code = (party.sourceId && this.odsCodes.get(party.sourceId)) ?? (ODS.test(party.identifier?.system ?? '') ? party.identifier?.value : undefined);
    return (code ? await this.knownAs(code) : null) ?? party.name ?? party.identifier?.value ?? null;
  }

  /** Does `system|code`, a reference by identifier alone, mean an organisation that is known here? */
  async knows(reference: string): Promise<boolean> {
    const [system = '', code = ''] = reference.split('|');
    return ODS.test(system) && (await this.knownAs(code)) !== null;
  }

  private knownAs(code: string): Promise<string | null> {
    const known = this.names.get(code);
    if (known) return known;
    const asked = this.verbs.as(this.actor, async () => (await this.verbs.organisations.byCode(code)).name).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    this.names.set(code, asked);
    return asked;
  }
}
