import type { Doorstep, Keeper, RestrictedRecord, RestrictionStands } from '@app/sharing';
import { round as people } from '../../safe-contact/views/sample';

/** Invented data for the states of views. */
const [jo, anita] = people.map((one): Keeper => ({ ...one, keeps: false })) as [Keeper, Keeper];
const idris: Keeper = { ...anita, userId: '0190aaaa-0000-7000-8000-0000000000c1', membershipId: '0190aaaa-0000-7000-8000-0000000000c2', name: 'Idris Vaughan', jobTitle: 'District nurse', organisation: 'Marl Valley Community Health Trust', byName: false };
const lin: Keeper = { ...idris, userId: '0190aaaa-0000-7000-8000-0000000000c3', membershipId: '0190aaaa-0000-7000-8000-0000000000c4', name: 'Lin Hartley', jobTitle: 'Nurse' };

export const open: RestrictionStands = { restricted: false, now: null, version: 0, may: true, round: [jo, anita, idris, lin] };
export const shut: RestrictionStands = { restricted: true, now: { because: 'Somebody at the trust looks for her', reviewOn: '2027-03-01', since: new Date('2026-12-01T10:00:00Z'), by: 'Jo Whitcombe' }, version: 2, may: true, round: [jo, anita, { ...idris, keeps: true }, lin] };
export const doorstep: Doorstep = { personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Lorna Pettifer', birthDate: '1988-04-02', restricted: true };
export const record: RestrictedRecord = { personId: doorstep.personId, name: doorstep.name, birthDate: doorstep.birthDate, since: new Date('2026-12-01T10:00:00Z'), writtenBy: 'Jo Whitcombe', reviewOn: '2027-03-01', opens: 2 };
export const colleagues: Keeper[] = [{ ...jo, keeps: true }, { ...lin, organisation: jo.organisation }];
