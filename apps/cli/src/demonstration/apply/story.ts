import type { Actor } from '@app/kernel';
import { membershipOf, staff } from '../staff';
import type { DemonstrationCircleMember, DemonstrationPerson, Email, OrganisationCode } from '../types';
import type { Calendar } from './calendar';
import type { Place } from './place';
import type { Verbs } from '../../verbs';

/** One person's story on its way into the record: who did what, in whose name. */
export class Story {
  readonly registrar: Actor;
  readonly lead: Actor;
  /** for discreet services and sealed facts: whoever of the few may know was there first */
  readonly confidant: Actor;
  /** the only users who may know, where the story has something that only a few may know */
  readonly sealedTo: string[] | undefined;
  private person = '';

  constructor(readonly data: DemonstrationPerson, readonly place: Place, readonly calendar: Calendar, readonly verbs: Verbs) {
    const { registeredBy, circle, case: episode } = data;
    this.registrar = this.worker(circle.find((row) => row.organisation === registeredBy)?.worker ?? somebodyAt(registeredBy), registeredBy);
    this.lead = episode?.keyWorker ? place.actor(episode.keyWorker, episode.keyWorkerFor ?? this.employerOf(episode.keyWorker)) : this.registrar;
    const few = circle.find(({ discreet }) => discreet)?.discreet?.namedTo;
    this.sealedTo = few?.map((email) => place.userId(email));
    const first = circle.find(({ worker, discreet }) => !discreet && worker && few?.includes(worker));
    this.confidant = first?.worker ? this.worker(first.worker, first.organisation) : this.lead;
  }

  get personId(): string {
    return this.person;
  }

  set personId(id: string) {
    this.person = id;
  }

  worker(email: Email, organisation?: OrganisationCode): Actor {
    return this.place.actor(email, organisation ?? this.employerOf(email));
  }

  /** For whom somebody with two employers is in this circle. */
  private employerOf(email: Email): OrganisationCode {
    return this.data.circle.find((row) => row.worker === email)?.organisation ?? membershipOf(email).organisation;
  }

  userIds(emails: readonly Email[] | undefined): string[] | null {
    return emails?.map((email) => this.place.userId(email)) ?? null;
  }

  organisationIds(codes: readonly OrganisationCode[] | undefined): string[] {
    return codes?.map((code) => this.place.organisationId(code)) ?? [];
  }

  /** The part of the organisation that opened the case, when it is in the circle still; else the registrar's own. */
  get opener(): DemonstrationCircleMember | undefined {
    const { circle, case: episode, registeredBy } = this.data;
    return circle.find((row) => row.organisation === episode?.openedBy && row.organisation !== registeredBy && row.worker && !row.discreet && !row.left);
  }
}

const somebodyAt = (organisation: OrganisationCode): Email => {
  const found = staff.find(({ memberships, keyWorkerTrained }) => keyWorkerTrained && memberships.some((where) => where.organisation === organisation));
  if (!found) throw new Error(`Nobody at ${organisation} registers people`);
  return found.email;
};
