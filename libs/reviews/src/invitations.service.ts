import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, Invalid, StaleVersion, type FieldFault } from '@app/kernel';
import { PersonsService, type Person } from '@app/persons';
import { Records } from '@app/records';
import { Review } from './review.entity';
import { ReviewInvitee } from './review-invitee.entity';
import type { InviteLine, InviteToReview } from './reviews.commands';
import { dayOf, ReviewsQueries, type Proposal } from './reviews.queries';
import { ReviewsService } from './reviews.service';

/** Asking people to a review. Everybody who helps is asked unless it is said why not (domain.md, I9). */
@Injectable()
export class Invitations {
  constructor(
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly reviews: ReviewsService,
    private readonly queries: ReviewsQueries,
  ) {}

  /** Whom the caller could ask, those who are asked already too; nobody whom a colleague left out in confidence. @throws NotFound */
  async proposals(personId: string, id: string): Promise<Proposal[]> {
    return this.unkept({ personId, id }, await this.persons.find(personId));
  }

  /**
   * Asks, and leaves out with a reason; sent, the review takes contributions. The same again changes nothing.
   * @throws NotFound, Forbidden, StaleVersion, Conflict `review.state`, Invalid for who is left out without a reason
   */
  invite(personId: string, id: string, version: number, command: InviteToReview): Promise<Review> {
    return this.queries.transactions.run(async () => {
      const person = await this.persons.find(personId);
      const review = await this.reviews.held(personId, id, version);
      if (!review.takesContributions) throw new Conflict('review.state', 'Nobody can be asked now. Look at how the review stands');
      const proposals = await this.unkept(review, person);
      const said = new Map((command.who ?? []).map((line) => [line.key, line]));
      mustSayWhy(command.who ?? [], proposals);
      const known = new Map((await this.queries.invitees(review)).map((one) => [one.key, one]));
      const asked = await this.opened(review, proposals, said, known);
      for (const proposal of proposals) await this.write(asked, proposal, said.get(proposal.key), known.get(proposal.key));
      await this.support(asked, person, command, known);
      await this.spread(asked, [...known.values()]);
      if (review.wasSent) this.tellChanges(review, asked, said, known);
      if (!command.send || !asked.next.includes('contributions_open')) return asked;
      const told = asked.namedOrganisations.filter((one) => !isLeftOut(said.get(`organisation:${one}`)));
      const sent = await this.reviews.go(asked, 'contributions_open');
      this.records.news('review.invited', sent, { organisations: told, calendar: 'asked', themself: true });
      return sent;
    });
  }

  private async unkept(review: Pick<Review, 'personId' | 'id'>, person: Person): Promise<Proposal[]> {
    const kept = await this.queries.keptFrom(review);
    return (await this.queries.proposals(person)).filter(({ key }) => !kept.includes(key));
  }

  /** Of a review to which everybody was asked before: those alone hear of it whom it concerns, because a letter to the others would say that somebody came or went. */
  private tellChanges(before: Review, asked: Review, said: ReadonlyMap<string, InviteLine>, known: ReadonlyMap<string, ReviewInvitee>): void {
    const stood = (key: string): ReviewInvitee['state'] | undefined => known.get(key)?.state;
    const isOut = (key: string): boolean => isLeftOut(said.get(key));
    const organisations = asked.namedOrganisations.map((id) => ({ id, key: `organisation:${id}` }));
    const fresh = organisations.filter(({ id, key }) => !isOut(key) && (!before.namedOrganisations.includes(id) || (said.has(key) && stood(key) === 'left_out')));
    const gone = organisations.filter(({ key }) => isOut(key) && stood(key) === 'invited');
    const themself = asked.visibleToPerson && !before.visibleToPerson;
    if (fresh.length > 0 || themself) this.records.news('review.invited', asked, { organisations: fresh.map(({ id }) => id), calendar: 'asked', themself });
    if (gone.length > 0) this.records.news('review.left-out', asked, { organisations: gone.map(({ id }) => id), calendar: 'left-out' });
  }

  /** Everybody who is asked reads the review, and who is left out openly reads that; who is left out in confidence reads nothing. */
  private async opened(review: Review, proposals: readonly Proposal[], said: ReadonlyMap<string, InviteLine>, known: ReadonlyMap<string, ReviewInvitee>): Promise<Review> {
    const { personId, id, rowVersion } = review;
    const isKept = (key: string): boolean => { const line = said.get(key); return line ? isLeftOut(line) && line.because === 'confidential' : known.get(key)?.because === 'confidential'; };
    const theirs = proposals.flatMap((one) => (one.organisationId && !isKept(one.key) ? [one.organisationId] : []));
    const kept = proposals.flatMap((one) => (one.organisationId && isKept(one.key) ? [one.organisationId] : []));
    const namedOrganisations = [...new Set([...review.namedOrganisations, ...theirs])].filter((one) => !kept.includes(one));
    const line = said.get('person');
    // Who is not proposed was left out by a colleague, in confidence.
    const visibleToPerson = line ? !isLeftOut(line) : known.get('person')?.state !== 'left_out' && proposals.some(({ key }) => key === 'person');
    return this.records.change(Review, { personId, id }, rowVersion, { namedOrganisations, visibleToPerson });
  }

  private async write(review: Review, proposal: Proposal, line: InviteLine | undefined, before: ReviewInvitee | undefined): Promise<void> {
    if (before && !line) return;
    const leftOut = isLeftOut(line);
    const because = leftOut ? (line?.because ?? 'other') : null;
    // Why is known to whoever writes it down and whoever chairs, and the line is not there for anybody else.
    const confidential = because === 'confidential';
    const sealedTo = confidential ? (before?.because === 'confidential' ? before.sealedTo : await this.queries.mayKnow(review)) : proposal.sealedTo;
    const state = leftOut ? ('left_out' as const) : ('invited' as const);
    const own = { state, because, words: leftOut ? (line?.words ?? null) : null };
    if (before && same(before.sealedTo, sealedTo)) {
      if (before.state !== state || before.because !== because || before.words !== own.words) await this.records.change(ReviewInvitee, { personId: review.personId, id: before.id }, before.rowVersion, { ...own, sequence: before.sequence + (review.wasSent && before.state !== state ? 1 : 0) });
      return;
    }
    if (before && confidential && before.sealedTo === null) return this.leaveOut(before, own.words, sealedTo as string[]);
    if (before) throw Invalid.field('/who', 'choice', `${proposal.name}: whether that is confidential was said before and stays so`);
    const { key, kind, name, organisationId, relatedPersonId } = proposal;
    await this.add(review, { ...own, key, kind, name, organisationId, relatedPersonId, sealedTo, visibleToPerson: review.visibleToPerson && sealedTo === null });
  }

  /** Nothing is sent to somebody who was asked before: the review is gone for them. */
  private async leaveOut(before: ReviewInvitee, words: string | null, known: readonly string[]): Promise<void> {
    if (!(await this.queries.leaveOut(before, words, known))) throw new StaleVersion(before);
  }

  /** An advocate where they cannot take a full part and nobody unpaid supports them (Care Act 2014, section 67); an interpreter or format: each with an owner and a day. */
  private async support(review: Review, person: Person, { fullPart, supporter, interpreter }: InviteToReview, known: ReadonlyMap<string, ReviewInvitee>): Promise<void> {
    const { actor } = currentContext();
    const doBy = review.readBy ?? dayOf(review) ?? review.dueOn;
    const owned = { state: 'invited' as const, organisationId: null, relatedPersonId: null, sealedTo: null, visibleToPerson: review.visibleToPerson, ownerName: actor.name, ownerMembershipId: actor.membershipId, doBy };
    const calledAs = person.preferred ?? person.given ?? 'the person';
    if (fullPart !== 'yes' && !supporter && !known.has('advocate')) await this.add(review, { ...owned, key: 'advocate', kind: 'advocate', name: `An advocate for ${calledAs}` });
    if (interpreter && !known.has('interpreter')) await this.add(review, { ...owned, key: 'interpreter', kind: 'interpreter', name: interpreter });
    const them = (await this.queries.invitees(review)).find((one) => one.key === 'person');
    if (supporter && them && them.state === 'invited' && them.words !== supporter) await this.records.change(ReviewInvitee, { personId: review.personId, id: them.id }, them.rowVersion, { words: supporter });
  }

  private async add(review: Review, values: Partial<ReviewInvitee>): Promise<void> {
    await this.records.create(ReviewInvitee, {
      personId: review.personId, reviewId: review.id, category: review.category, audience: 'named', namedOrganisations: review.namedOrganisations,
      because: null, words: null, ownerName: null, ownerMembershipId: null, doBy: null, doneAt: null, attended: null, ...values,
    });
  }

  /** Lines that were written before are read by who is asked later too, and no more by who is left out in confidence. */
  private async spread(review: Review, before: readonly ReviewInvitee[]): Promise<void> {
    for (const { id, personId } of before) {
      const now = await this.records.get(ReviewInvitee, personId, id);
      if (!same(now.namedOrganisations, review.namedOrganisations)) await this.records.change(ReviewInvitee, { personId, id }, now.rowVersion, { namedOrganisations: review.namedOrganisations });
    }
  }
}

const isLeftOut = (line: InviteLine | undefined): boolean => line?.invite === 'no';
const same = (a: readonly string[] | null, b: readonly string[] | null): boolean => (a === null || b === null ? a === b : a.length === b.length && a.every((one) => b.includes(one)));

/** Whoever is left out is named from the list, with a reason. */
function mustSayWhy(lines: readonly InviteLine[], proposals: readonly Proposal[]): void {
  const faults = lines.flatMap((line, n): FieldFault[] => {
    const who = proposals.find(({ key }) => key === line.key);
    if (!who) return [{ pointer: `/who/${n}/key`, code: 'choice', message: 'Choose who is asked from the list' }];
    if (!isLeftOut(line)) return [];
    if (!line.because) return [{ pointer: `/who/${n}/because`, code: 'required', message: `Choose why ${who.name} is left out` }];
    return line.because === 'other' && !line.words ? [{ pointer: `/who/${n}/words`, code: 'required', message: `Enter why ${who.name} is left out` }] : [];
  });
  if (faults.length > 0) throw new Invalid(faults);
}
