import { FhirElement, isObject } from './element';
import { withoutVersion, type FhirResource } from './documents';

/** `https://server/fhir/` and `Patient/1` */
const onServer = /^(https?:\/\/.*\/)([A-Z][A-Za-z]*\/[^/]+)$/;

export interface Dangling {
  from: string;
  reference: string;
}

/**
 * Finds what a reference means among everything that was read: a UUID of the same bundle, an address on a server, `Type/id`,
 * `#contained`, a search by identifier, or an identifier alone. A reference that fits two different resources fits none.
 */
export class References {
  private readonly byName = new Map<string, FhirResource[]>();

  constructor(resources: readonly FhirResource[]) {
    for (const resource of resources) this.remember(resource);
  }

  /** The resource that `reference` (the Reference element, in the resource `from`) points to, or null. */
  resolve(reference: FhirElement | null, from: FhirResource): FhirResource | null {
    if (!reference) return null;
    const text = reference.text('reference');
    return (text ? this.follow(withoutVersion(text), from) : null) ?? this.identified(reference.element('identifier'));
  }

  /** Every reference in the resource that leads nowhere, each once. */
  dangling(from: FhirResource): Dangling[] {
    const found = new Set<string>();
    for (const reference of referencesIn(from.element)) {
      if (!this.resolve(reference, from)) found.add(nameOf(reference));
    }
    return [...found].map((reference) => ({ from: from.sourceId, reference }));
  }

  private follow(text: string, from: FhirResource): FhirResource | null {
    if (text.startsWith('#')) return contained(text.slice(1), from);
    const search = /^[A-Z][A-Za-z]*\?identifier=(.+)$/.exec(text);
    if (search?.[1]) return this.only(identifierKey(...splitToken(search[1])), from);
    const exact = this.only(text, from);
    const [, server, name] = onServer.exec(text) ?? [];
    if (server && name) return exact ?? this.onNoServer(name, from);
    const [, home] = onServer.exec(from.fullUrl ?? '') ?? [];
    return home ? (this.only(home + text, from) ?? this.onNoServer(text, from)) : exact;
  }

  /** `Patient/1` of one server is not `Patient/1` of another; of a loose file it may be. */
  private onNoServer(name: string, from: FhirResource): FhirResource | null {
    const found = this.only(name, from);
    return found && !onServer.test(found.fullUrl ?? '') ? found : null;
  }

  private identified(identifier: FhirElement | null): FhirResource | null {
    const value = identifier?.text('value');
    return value ? this.only(identifierKey(identifier?.text('system') ?? null, value)) : null;
  }

  private only(name: string, from?: FhirResource): FhirResource | null {
    const all = this.byName.get(name) ?? [];
    const near = all.filter((resource) => resource.element.file === from?.element.file);
    const candidates = near.length > 0 ? near : all;
    return new Set(candidates.map((resource) => resource.sourceId)).size === 1 ? (candidates[0] ?? null) : null;
  }

  private remember(resource: FhirResource): void {
    const names = new Set([resource.sourceId]);
    const id = resource.element.text('id');
    if (id) names.add(`${resource.type}/${id}`);
    if (resource.fullUrl) names.add(withoutVersion(resource.fullUrl));
    for (const identifier of resource.element.oneOrMore('identifier')) {
      const value = identifier.text('value');
      if (value) names.add(identifierKey(identifier.text('system'), value));
    }
    for (const name of names) {
      const others = this.byName.get(name);
      if (others) others.push(resource);
      else this.byName.set(name, [resource]);
    }
  }
}

/** NHS systems are written with `Id` and with `id`, so the case of a system says nothing. */
function identifierKey(system: string | null, value: string): string {
  return `identifier ${system?.toLowerCase() ?? ''}|${value}`;
}

function splitToken(token: string): [system: string | null, value: string] {
  const bar = token.lastIndexOf('|');
  return bar < 0 ? [null, token] : [token.slice(0, bar), token.slice(bar + 1)];
}

function contained(id: string, from: FhirResource): FhirResource | null {
  if (!id) return from;
  const element = from.element.elements('contained').find((resource) => resource.text('id') === id);
  const type = element?.text('resourceType');
  return element && type ? { type, element, fullUrl: from.fullUrl, sourceId: `${from.sourceId}#${id}` } : null;
}

function nameOf(reference: FhirElement): string {
  const identifier = reference.element('identifier');
  return reference.text('reference') ?? `${identifier?.text('system') ?? ''}|${identifier?.text('value') ?? ''}`;
}

/** Reference elements of the resource itself; a reference of nothing but words (`display`) points nowhere and is none. */
function referencesIn(resource: FhirElement): FhirElement[] {
  const found: FhirElement[] = [];
  const open: { value: unknown; where: string }[] = Object.entries(resource.json)
    .filter(([key]) => key !== 'contained')
    .map(([key, value]) => ({ value, where: `${resource.where}.${key}` }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, where } = next;
    if (Array.isArray(value)) value.forEach((item, at) => open.push({ value: item, where: `${where}[${at}]` }));
    if (!isObject(value)) continue;
    const element = FhirElement.from(value, resource.file, where, []);
    if (element && (typeof value.reference === 'string' || isObject(value.identifier))) found.push(element);
    Object.entries(value).forEach(([key, item]) => open.push({ value: item, where: `${where}.${key}` }));
  }
  return found;
}
