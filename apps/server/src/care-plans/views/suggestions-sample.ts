import { PlanSuggestion, PlanVersion, type SeenSuggestion } from '@app/care-plans';
import { organisations } from '../../contacts/views/sample';
import { fullPlan } from './sample';

/** Invented data for the states of views: one waits, one waits too long, one is published, one was not taken. */
const goal = fullPlan.content.goals[0]?.goal;
const base: PlanSuggestion = Object.assign(new PlanSuggestion(), {
  personId: goal?.personId ?? '', id: '0190aaaa-0000-7000-8000-000000005001', ownerOrganisationId: organisations[0]?.id ?? '', category: 'plan', audience: 'circle' as const, namedOrganisations: [], visibleToPerson: true, sealedTo: null,
  createdAt: new Date('2100-01-01T10:00:00Z'), createdBy: goal?.createdBy ?? '', source: 'ui', rowVersion: 1,
  kind: 'goal' as const, aboutItemId: goal?.itemId ?? null, aboutVersionId: goal?.versionId ?? null, aboutText: goal?.text ?? null, goalId: null, text: 'Sing the Fauré at Easter, and walk to the rehearsals', why: 'She walked to the gate and back twice this week',
  voice: 'professional' as const, how: null, authorName: 'Delphine Carter', state: 'waiting' as const, movedAt: new Date('2026-12-07T10:00:00Z'), reason: null, because: null, answeredBy: null, draftId: null, takenItemId: null, publishedAt: null,
} satisfies Partial<PlanSuggestion>);
const seen = (n: number, traits: Partial<PlanSuggestion>, version: SeenSuggestion['version'] = null): SeenSuggestion =>
  ({ suggestion: Object.assign(new PlanSuggestion(), base, { id: `0190aaaa-0000-7000-8000-00000000500${n}` }, traits), organisation: 'Age Well Brackenbridge', version });

const something = { aboutItemId: null, aboutVersionId: null, aboutText: null };
export const suggestions: SeenSuggestion[] = [
  seen(1, {}),
  seen(2, { ...something, kind: 'need', text: 'A rail by the back step', why: null, voice: 'self', how: 'phone', createdAt: new Date('2026-11-20T10:00:00Z') }),
  seen(3, { state: 'partly', reason: 'not_possible', because: 'No driver before January', answeredBy: 'Jo Whitcombe', draftId: fullPlan.version?.id ?? null, takenItemId: goal?.itemId ?? null, publishedAt: new Date('2026-12-06T10:00:00Z'), createdAt: new Date('2026-12-01T10:00:00Z') },
    Object.assign(new PlanVersion(), { id: fullPlan.version?.id, number: 3, smallNumber: 0 })),
  seen(4, { ...something, kind: 'goal', text: 'Go to the day centre', why: null, visibleToPerson: false, audience: 'named', state: 'not_taken', reason: 'person_does_not_want', answeredBy: 'Jo Whitcombe', createdAt: new Date('2026-12-02T10:00:00Z') }),
];
