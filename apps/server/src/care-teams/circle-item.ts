import type { CircleMember, Joining, ProposedMember } from '@app/care-teams';

/** A member of the circle as JSON has it. */
export interface CircleItem {
  readonly id: string;
  readonly version: number;
  readonly organisationId: string;
  readonly organisation: string;
  readonly sector: string;
  readonly team: string | null;
  readonly worker: string | null;
  readonly jobTitle: string | null;
  readonly phone: string | null;
  readonly does: string;
  readonly doesNotDo: string | null;
  readonly daysTimes: string | null;
  /** what they may see */
  readonly categories: readonly string[];
  readonly since: Date;
  /** the only people who know that they help; null where that is no secret */
  readonly knownTo: readonly string[] | null;
}

export const circleItem = (member: CircleMember): CircleItem => ({
  id: member.id, version: member.rowVersion, organisationId: member.organisationId, organisation: member.organisation, sector: member.sector, team: member.team, worker: member.worker,
  jobTitle: member.jobTitle, phone: member.phone, does: member.does, doesNotDo: member.doesNotDo, daysTimes: member.daysTimes, categories: member.categories, since: member.since, knownTo: member.knownTo,
});

/** Somebody whom an import names as a helper. */
export interface ProposedItem { readonly id: string; readonly name: string; readonly role: string | null; readonly organisation: string | null; readonly organisationId: string | null }
export const proposedItem = ({ id, name, role, organisationName, organisationId }: ProposedMember): ProposedItem => ({ id, name, role, organisation: organisationName, organisationId });

/** Somebody about whom the person was asked and has not answered: they see nothing. */
export type JoiningItem = Omit<Joining, 'rowVersion'>;
export const joiningItem = ({ rowVersion: _version, ...question }: Joining): JoiningItem => question;
