import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Subject } from '@app/access';
import { CareAction, Goal, Need, PlanStatement, PlanVersion } from '@app/care-plans';
import { CareTeamMember, CareTeamsQueries, ProposedMember } from '@app/care-teams';
import { Case } from '@app/cases';
import { Alert, ContactNote } from '@app/contacts';
import { KeyWorkerAssignment, KeyWorkersQueries } from '@app/key-workers';
import { AboutMe, ContactPoint, OwnReference, RelatedPerson } from '@app/persons';
import { Records, type PersonItem, type PersonOwned } from '@app/records';
import { Referral } from '@app/referrals';
import { SharingConversation } from '@app/sharing';

export const SEEN_KINDS = ['identity', 'about_me', 'alert', 'plan', 'note', 'help', 'referral', 'agreed'] as const;
export type SeenKind = (typeof SEEN_KINDS)[number];

/** An item that the caller may read, in few words. */
export interface ListedItem {
  readonly kind: SeenKind;
  readonly id: string;
  readonly text: string;
  readonly at: Date;
}

/** Items of one entity: the rows, as the policy asks about them, and what is said of each. */
export interface Listed {
  readonly subject: Subject;
  readonly rows: readonly PersonItem[];
  readonly say: (row: PersonItem) => ListedItem;
}

/** The newest of each kind: what somebody reads on one page. */
const MOST = 50;
const STANDS = 'x.inForce and not x.dropped';

/** What the caller may read of a person and what stands now, by kind. */
@Injectable()
export class WouldSeeItems {
  constructor(
    private readonly records: Records,
    private readonly circle: CareTeamsQueries,
    private readonly keyWorkers: KeyWorkersQueries,
  ) {}

  async of(personId: string): Promise<Listed[]> {
    const [helps, lead] = await Promise.all([this.circle.circle(personId), this.keyWorkers.leadOf(personId)]);
    const helper = (id: string): string => helps.filter((one) => one.id === id).map((one) => `${one.worker ?? one.team ?? one.organisation}: `).join();
    return Promise.all([
      this.list(personId, ContactPoint, 'identity', null, ({ value, lines, postcode }) => [value, ...lines, postcode].filter(Boolean).join(', ')),
      this.list(personId, OwnReference, 'identity', 'x.reference is not null', ({ reference }) => `Our reference ${reference ?? ''}`),
      this.list(personId, RelatedPerson, 'identity', null, ({ name, relation }) => `${name}, ${relation}`),
      this.list(personId, AboutMe, 'about_me', `x.state = 'said'`, ({ text }) => text),
      this.list(personId, Alert, 'alert', `x.state <> 'ended'`, ({ text }) => text),
      this.list(personId, PlanVersion, 'plan', `x.state = 'published'`, ({ number, smallNumber }) => `Version ${number}${smallNumber ? `.${smallNumber}` : ''}`),
      this.list(personId, PlanStatement, 'plan', STANDS, ({ text }) => text),
      this.list(personId, Need, 'plan', STANDS, ({ text }) => text),
      this.list(personId, Goal, 'plan', STANDS, ({ text }) => text),
      this.list(personId, CareAction, 'plan', STANDS, ({ what }) => what),
      this.list(personId, ContactNote, 'note', `x.state <> 'entered_in_error'`, ({ text }) => text, ({ happenedAt }) => happenedAt),
      this.list(personId, Case, 'help', `x.state <> 'closed'`, ({ reason }) => `The case: ${reason}`),
      this.list(personId, KeyWorkerAssignment, 'help', `x.state = 'accepted' and x.kind = 'lead'`, () => `Key worker${lead ? ` ${lead.name}` : ''}`),
      this.list(personId, CareTeamMember, 'help', `x.state = 'active' and (x.ends is null or x.ends > now())`, ({ id, does }) => `${helper(id)}${does}`),
      this.list(personId, ProposedMember, 'help', `x.state = 'proposed'`, ({ name }) => `${name}, named by an import`),
      this.list(personId, Referral, 'referral', `x.state <> 'draft'`, ({ serviceName, needText }) => `${serviceName}: ${needText}`),
      this.list(personId, SharingConversation, 'agreed', null, ({ words, heldOn }) => words ?? `Said on ${heldOn}`),
    ]);
  }

  private async list<T extends PersonItem>(personId: string, entity: PersonOwned<T>, kind: SeenKind, stands: string | null, text: (row: T) => string, at: (row: T) => Date = (row) => row.createdAt): Promise<Listed> {
    const query = (await this.records.readable(entity, 'x')).andWhere('x.personId = :personId', { personId });
    const rows = await newest(stands ? query.andWhere(stands) : query).getMany();
    return { subject: entity, rows, say: (row) => ({ kind, id: row.id, text: text(row as T), at: at(row as T) }) };
  }
}

const newest = <T extends PersonItem>(query: SelectQueryBuilder<T>): SelectQueryBuilder<T> => query.orderBy('x.createdAt', 'DESC').addOrderBy('x.id', 'DESC').limit(MOST);
