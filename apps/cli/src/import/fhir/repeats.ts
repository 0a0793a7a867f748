import { digestOf, type FhirResource } from './documents';
import type { FhirFault } from './element';

/**
 * The same resource in two files is one: the first is kept. Ids such as `Patient/1` are given anew by every system, so two resources
 * that share one and nothing else stay two, and the later gets a `sourceId` of its own: otherwise the visits of one person would
 * be filed with another.
 * `kept` are the resources to read, `all` also the repeats, under the `sourceId` of the one that is kept, for references to find.
 */
export function settleRepeats(resources: readonly FhirResource[], faults: FhirFault[]): { kept: FhirResource[]; all: FhirResource[] } {
  const kept = new Map<string, FhirResource>();
  const all = resources.map((resource) => {
    const earlier = kept.get(resource.sourceId);
    const settled = earlier && !isSameThing(earlier, resource) ? renamed(resource) : resource;
    if (earlier && contentOf(earlier) !== contentOf(resource)) faults.push(difference(earlier, settled));
    if (!kept.has(settled.sourceId)) kept.set(settled.sourceId, settled);
    return settled;
  });
  return { kept: [...kept.values()], all };
}

function isSameThing(one: FhirResource, other: FhirResource): boolean {
  const unique = /^https?:|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i.test(one.sourceId);
  const shared = identifiersOf(one).filter((identifier) => identifiersOf(other).includes(identifier));
  return unique || shared.length > 0 || contentOf(one) === contentOf(other);
}

/** What the resource says, without when it was last touched and its own rendering. */
function contentOf({ element }: FhirResource): string {
  return JSON.stringify({ ...element.json, meta: undefined, text: undefined });
}

function identifiersOf({ element }: FhirResource): string[] {
  return element.oneOrMore('identifier').flatMap((identifier) => {
    const [system, value] = [identifier.text('system'), identifier.text('value')];
    return system && value ? `${system}|${value}` : [];
  });
}

function renamed(resource: FhirResource): FhirResource {
  return { ...resource, sourceId: `${resource.sourceId}?content=${digestOf(resource.element)}` };
}

function difference(earlier: FhirResource, later: FhirResource): FhirFault {
  const { file, where } = later.element;
  const what = `${earlier.sourceId} was read from ${earlier.element.file} and says something else there`;
  const outcome = later.sourceId === earlier.sourceId ? 'this one is left out' : 'they share no identifier, so this one is read as another';
  return { file, where, message: `${what}: ${outcome}` };
}
