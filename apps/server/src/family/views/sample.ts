import { RelatedPerson } from '@app/persons';
import type { SeenRelative } from '../family.desk';

export const relative: RelatedPerson = Object.assign(new RelatedPerson(), {
  id: '0190aaaa-0000-7000-8000-0000000000f3', rowVersion: 2, name: 'Ayo Oduya', relation: 'Daughter', phone: '01632 960002', birthDate: null, ageGroup: null, assessmentOfferedOn: null, mainCarer: true, emergencyContact: true, livesWith: false, mustNotBeTold: 'about the money worries',
});
const kin = (id: string, traits: Partial<RelatedPerson>): RelatedPerson => Object.assign(new RelatedPerson(), relative, { id: `0190aaaa-0000-7000-8000-0000000000${id}`, phone: null, mainCarer: false, emergencyContact: false, livesWith: true, mustNotBeTold: null, ...traits });
export const family: readonly SeenRelative[] = [
  { one: relative, child: false, mayChange: true },
  { one: kin('f6', { name: 'Ellie', relation: 'Granddaughter', birthDate: '2013-02-01' }), child: true, mayChange: false },
  { one: kin('f7', { name: 'Finn', relation: 'Grandson' }), child: null, mayChange: true },
  { one: kin('f8', { name: 'Sam', relation: 'Grandson', ageGroup: 'child', assessmentOfferedOn: '2026-11-02' }), child: true, mayChange: true },
];
