import type { FhirResource } from './documents';
import { FhirElement } from './element';
import type { CareReading, ImportedFlag, ImportedNeed, ImportedProposal, ImportedRequest } from './imported-care';
import { readDate, readMoment } from './dates';
import { readParties } from './parties';
import { readGoals } from './plan';
import type { References } from './references';
import { subjectOf } from './subject';
import { codeOf, wordsOf, wordsOfAll } from './words';

/** Types of resources that become care of a person. */
export const CARE_TYPES = ['Condition', 'CarePlan', 'Goal', 'CareTeam', 'ServiceRequest', 'Flag'] as const;

/** Conditions, plans with their goals, teams, requests and flags; also those that a plan carries within itself. */
export function readCare(resources: readonly FhirResource[], references: References, now: Date): CareReading {
  const plans = resources.filter(({ type }) => type === 'CarePlan');
  const of = (type: string, within: string): FhirResource[] => [
    ...resources.filter((resource) => resource.type === type),
    ...plans.flatMap((plan) => plan.element.elements(within).flatMap((reference) => withinPlan(references.resolve(reference, plan), plan, type))),
  ];
  return {
    needs: of('Condition', 'addresses').map((resource) => readCondition(resource, references)),
    goals: readGoals(plans, resources.filter(({ type }) => type === 'Goal'), references),
    proposals: of('CareTeam', 'careTeam').flatMap((resource) => readCareTeam(resource, references, now)),
    requests: resources.filter(({ type }) => type === 'ServiceRequest').map((resource) => readServiceRequest(resource, references)),
    flags: resources.filter(({ type }) => type === 'Flag').map((resource) => readFlag(resource, references)),
  };
}

/** What a plan contains is about the person whom the plan is about. */
function withinPlan(found: FhirResource | null, plan: FhirResource, type: string): FhirResource[] {
  return found?.type === type && found.sourceId.startsWith(`${plan.sourceId}#`) ? [aboutTheSame(found, plan)] : [];
}

function aboutTheSame(found: FhirResource, { element: { json } }: FhirResource): FhirResource {
  const element = FhirElement.from({ ...found.element.json, subject: found.element.json['subject'] ?? json['subject'] }, found.element.file, found.element.where, []);
  return { ...found, element: element ?? found.element };
}

const ENDED = ['inactive', 'remission', 'resolved'];

function readCondition(resource: FhirResource, references: References): ImportedNeed {
  const { element, sourceId } = resource;
  const [clinical, verified] = ['clinicalStatus', 'verificationStatus'].map((key) => codeOf(element.element(key)));
  const words = wordsOf(element.element('code'));
  const isSure = !verified || verified === 'confirmed';
  const isOver = clinical ? ENDED.includes(clinical) : ['abatementDateTime', 'abatementString'].some((key) => element.text(key) !== null);
  return {
    sourceId, personSourceId: subjectOf(resource, references), file: element.file,
    text: `${words ?? ''}${isSure ? '' : ' (not confirmed)'}`.slice(0, 1000),
    state: isOver ? 'resolved' : 'open',
    since: element.text('onsetDateTime') ? readDate(element, 'onsetDateTime') : null,
    leftOut: verified === 'entered-in-error' ? 'was entered in error' : verified === 'refuted' ? 'was found not to be so' : words ? null : 'does not say what it is',
  };
}

function readCareTeam(resource: FhirResource, references: References, now: Date): ImportedProposal[] {
  const { element, sourceId } = resource;
  const status = element.text('status');
  const hasEnded = (of: FhirElement): boolean => {
    const period = of.element('period');
    const end = period?.text('end') ? readMoment(period, 'end') : null;
    return end !== null && end.at < now;
  };
  const team = status === 'entered-in-error' ? 'was entered in error' : status === 'inactive' || hasEnded(element) ? 'belongs to a team that had ended' : null;
  return element.elements('participant').flatMap((participant, n): ImportedProposal[] => {
    const member = participant.element('member');
    const found = references.resolve(member, resource);
    const type = found?.type ?? member?.text('type') ?? /^([A-Z][A-Za-z]*)\//.exec(member?.text('reference') ?? '')?.[1];
    // The person themselves is no helper, and their family stands with the family.
    if (type === 'Patient' || type === 'RelatedPerson') return [];
    const { practitioner, organisation } = readParties(member, resource, references);
    const name = practitioner?.name ?? organisation?.name ?? member?.text('display') ?? null;
    return [{
      sourceId: `${sourceId}/participant-${n + 1}`, personSourceId: subjectOf(resource, references), file: element.file, name, role: wordsOfAll(participant, 'role'),
      organisation: readParties(participant.element('onBehalfOf'), resource, references).organisation ?? organisation,
      leftOut: team ?? (hasEnded(participant) ? 'had ended' : name ? null : 'names nobody'),
    }];
  });
}

function readServiceRequest(resource: FhirResource, references: References): ImportedRequest {
  const { element, sourceId } = resource;
  const what = wordsOf(element.element('code'));
  const party = (reference: FhirElement | null): string | null => {
    const { practitioner, organisation } = readParties(reference, resource, references);
    return practitioner?.name ?? organisation?.name ?? null;
  };
  const requester = party(element.element('requester'));
  const performers = element.elements('performer').flatMap((one) => party(one) ?? []).join(', ');
  const [status, reason] = [element.text('status'), wordsOfAll(element, 'reasonCode')];
  const parts = [what, reason && `Because of: ${reason}`, requester && `Asked by ${requester}`, performers && `Of ${performers}`, status && `In the source it is ${status.replaceAll('-', ' ')}`, 'Nothing was sent from here'];
  const when = ['authoredOn', 'occurrenceDateTime'].find((key) => element.text(key));
  return {
    sourceId, personSourceId: subjectOf(resource, references), file: element.file, text: parts.filter(Boolean).join('. ').slice(0, 10_000), requester,
    at: when ? (readMoment(element, when)?.at ?? null) : null,
    leftOut: status === 'entered-in-error' ? 'was entered in error' : !what ? 'does not say what is asked' : when ? null : 'no date',
  };
}

function readFlag(resource: FhirResource, references: References): ImportedFlag {
  const { element, sourceId } = resource;
  const [status, text] = [element.text('status'), wordsOf(element.element('code'))];
  return {
    sourceId, personSourceId: subjectOf(resource, references), file: element.file, text: (text ?? '').slice(0, 1000),
    leftOut: status === 'entered-in-error' ? 'was entered in error' : status === 'inactive' ? 'had ended' : text ? null : 'does not say what it is',
  };
}
