import type { FhirResource } from './documents';
import type { References } from './references';
import type { ImportedEncounter } from './imported';
import { readMoment } from './dates';
import { readOrganisationReference, readParties } from './parties';
import { encounterClass, wordsOfAll } from './words';

/** An Encounter resource. An end before the start is a fault and left out. */
export function readEncounter(resource: FhirResource, references: References): ImportedEncounter {
  const { element } = resource;
  const person = references.resolve(element.element('subject'), resource);
  const period = element.element('period');
  const start = period && readMoment(period, 'start');
  const end = period && readMoment(period, 'end');
  const reversed = Boolean(start && end && end.at < start.at);
  if (reversed) period?.fault('end', 'The end is before the start');
  const practitioners = element.elements('participant').flatMap((participant) => {
    return readParties(participant.element('individual'), resource, references).practitioner?.name ?? [];
  });
  const flags: [ImportedEncounter['flags'][number], boolean][] = [
    ['no-start', !start],
    ['time-not-known', start?.timeKnown === false],
    ['end-before-start', reversed],
  ];
  return {
    sourceId: resource.sourceId,
    personSourceId: person?.type === 'Patient' ? person.sourceId : null,
    startedAt: start?.at ?? null,
    endedAt: (!reversed && end?.at) || null,
    class: encounterClass(element.element('class')),
    type: wordsOfAll(element, 'type'),
    reason: wordsOfAll(element, 'reasonCode'),
    status: element.text('status'),
    organisation: readOrganisationReference(element.element('serviceProvider'), resource, references),
    practitioners: [...new Set(practitioners)],
    flags: flags.filter(([, isSo]) => isSo).map(([flag]) => flag),
  };
}
