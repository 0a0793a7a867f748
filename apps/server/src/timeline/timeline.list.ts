import { Injectable } from '@nestjs/common';
import { Corrections, type Correction } from '@app/corrections';
import { currentContext } from '@app/kernel';
import { PersonPageQueries, TimelineQueries, type Identity, type TimelineEntry, type TimelineMark } from '@app/overviews';
import { PersonsService } from '@app/persons';
import { Cursors } from '../http';
import type { ReadTimeline } from './timeline.commands';

/** An entry as JSON has it. Those whom it is addressed to by name are left out: not everyone may know of each. */
export interface TimelineItem {
  readonly id: string;
  readonly type: 'note' | 'change';
  readonly at: Date;
  readonly kind: string;
  readonly about: string | null;
  readonly aboutName: string | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly nextStep: string | null;
  readonly state: string;
  readonly author: string | null;
  readonly organisation: { id: string; name: string };
  readonly category: string;
  readonly audience: string;
  readonly onlyPeople: boolean;
  readonly visibleToPerson: boolean;
  readonly correctsId: string | null;
  readonly recordedAt: Date;
  readonly version: number;
}

export interface TimelinePageModel {
  readonly identity: Identity;
  readonly entries: readonly TimelineEntry[];
  readonly organisations: readonly { id: string; name: string }[];
  /** the reader's own: only its notes can be corrected */
  readonly ownOrganisationId: string | null;
  readonly next: string | null;
  /** what the person says is wrong */
  readonly corrections: readonly Correction[];
}

export const itemOf = (entry: TimelineEntry): TimelineItem => ({
  id: entry.id, type: entry.type, at: entry.at, kind: entry.kind, about: entry.about, aboutName: entry.aboutName, subject: entry.subject, text: entry.text, nextStep: entry.nextStep,
  state: entry.state, author: entry.author, organisation: { id: entry.ownerOrganisationId, name: entry.organisation }, category: entry.category, audience: entry.audience, onlyPeople: entry.onlyPeople,
  visibleToPerson: entry.visibleToPerson, correctsId: entry.correctsId, recordedAt: entry.recordedAt, version: entry.rowVersion,
});

/** A timeline in pages, for the screen and as JSON. */
@Injectable()
export class TimelineList {
  constructor(
    private readonly queries: TimelineQueries,
    private readonly people: PersonPageQueries,
    private readonly persons: PersonsService,
    private readonly cursors: Cursors,
    private readonly corrections: Corrections,
  ) {}

  /** @throws NotFound */
  async items(personId: string, query: ReadTimeline): Promise<{ items: TimelineItem[]; next: string | null }> {
    await this.persons.find(personId);
    const { entries, next } = await this.entries(personId, query);
    return { items: entries.map(itemOf), next };
  }

  /** @throws NotFound */
  async page(personId: string, query: ReadTimeline): Promise<TimelinePageModel> {
    const identity = await this.people.identity(personId, 'Timeline');
    return { identity, ...(await this.entries(personId, query)), organisations: await this.queries.organisations(personId), ownOrganisationId: currentContext().actor.organisationId, corrections: await this.corrections.of(personId) };
  }

  private async entries(personId: string, { limit, cursor, type, organisation, search }: ReadTimeline): Promise<{ entries: TimelineEntry[]; next: string | null }> {
    const after = cursor ? this.cursors.open<TimelineMark>(cursor) : null;
    const entries = await this.queries.page(personId, limit + 1, after, { type: type ?? null, organisationId: organisation ?? null, search: search ?? null });
    const last = entries.length > limit ? entries[limit - 1] : undefined;
    return { entries: entries.slice(0, limit), next: last ? this.cursors.seal([last.at.toISOString(), last.id] satisfies TimelineMark) : null };
  }
}
