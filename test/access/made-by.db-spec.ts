import { newId, type Actor } from '@app/kernel';
import { Transactions } from '@app/records';
import { SharingService } from '@app/sharing';
import { anOrganisation, aPerson, aWorker, openPlace, type Place } from '../support/builders';

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

/** A note as an application writes it that is not to be trusted: past every verb, as itself or as somebody else, sealed for nobody. */
async function write(as: Actor, personId: string, createdBy: string): Promise<{ created_by: string; sealed_to: string[] | null }> {
  const id = newId();
  await place.as(as, Transactions, (transactions) => transactions.query(
    `insert into contact_note (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, kind, about, happened_at, text)
     values ($1, $2, $3, 'contacts', 'circle', true, $4, 'ui', 'visit', 'person', now(), 'x')`, [personId, id, as.organisationId, createdBy],
  ));
  const [row] = await place.sql<{ created_by: string; sealed_to: string[] | null }>('select created_by, sealed_to from contact_note where id = $1', [id]);
  if (!row) throw new Error('Not written');
  return row;
}

describe('The database itself', () => {
  it('writes down who wrote, whatever the application says', async () => {
    const council = await anOrganisation(place);
    const [jo, adaeze] = [await aWorker(place, 'Jo').of(council), await aWorker(place, 'Adaeze').of(council)];
    const { personId } = await aPerson(place).registeredBy(jo);
    expect(await write(jo, personId, adaeze.userId)).toEqual({ created_by: jo.userId, sealed_to: null });
  });

  it('seals what a discreet helper writes for those who know of it, and nobody unseals it', async () => {
    const [council, havenRow] = [await anOrganisation(place), await anOrganisation(place, { sector: 'vcse' })];
    const [jo, anita] = [await aWorker(place, 'Jo').of(council), await aWorker(place, 'Anita').of(havenRow)];
    const { personId } = await aPerson(place).registeredBy(jo);
    const known = [jo.userId, anita.userId];
    await place.as(jo, SharingService, (sharing) => sharing.letIn(personId, { organisationId: havenRow.id, scopeKind: 'membership', scopeId: anita.membershipId, categories: ['contacts'], discreetTo: known }));
    expect(await write(anita, personId, anita.userId)).toEqual({ created_by: anita.userId, sealed_to: known });
    const unseal = place.as(anita, Transactions, (transactions) => transactions.query('update contact_note set sealed_to = null where person_id = $1', [personId]));
    await expect(unseal).rejects.toThrow('permission denied');
  });
});
