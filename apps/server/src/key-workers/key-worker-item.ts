import type { KeyWorkerAssignment } from '@app/key-workers';
import type { KeyWorkerModel } from './key-worker.desk';

/** Who leads a case and who is asked, as JSON has it. */
export interface KeyWorkerItem {
  readonly caseId: string;
  readonly personId: string;
  readonly caseState: string;
  readonly complexity: string;
  readonly lead: { membershipId: string; name: string; jobTitle: string; organisation: string; phone: string | null; since: Date } | null;
  readonly cover: { name: string; phone: string | null; until: Date } | null;
  readonly asked: { id: string; membershipId: string; name: string; organisation: string; askedBy: string | null; askedAt: Date; answerBy: string | null; lapsed: boolean; isHandover: boolean; isMe: boolean } | null;
  readonly waitingSince: Date | null;
  readonly mayDecide: boolean;
  readonly choices: readonly {
    membershipId: string; name: string; jobTitle: string; organisation: string; cases: number; points: number; capacity: number | null; before: boolean; recommended: boolean; over: boolean;
  }[];
}

export function keyWorkerItem({ identity: { keyWorker }, case: found, asked, lapsed, waitingSince, mayDecide, choices }: KeyWorkerModel): KeyWorkerItem {
  return {
    caseId: found.id, personId: found.personId, caseState: found.state, complexity: found.complexity,
    lead: keyWorker && {
      membershipId: keyWorker.membershipId, name: keyWorker.name, jobTitle: keyWorker.jobTitle, organisation: keyWorker.organisation, phone: keyWorker.phone, since: keyWorker.since,
    },
    cover: keyWorker?.cover ?? null,
    asked: asked && {
      id: asked.id, membershipId: asked.membershipId, name: asked.name, organisation: asked.organisation, askedBy: asked.askedBy, askedAt: asked.askedAt, answerBy: asked.answerBy, lapsed,
      isHandover: asked.handoverOf !== null, isMe: asked.mine,
    },
    waitingSince, mayDecide,
    choices: choices.map(({ membershipId, name, jobTitle, organisation, cases, points, capacity, before, recommended, over }) => (
      { membershipId, name, jobTitle, organisation, cases, points, capacity, before, recommended, over })),
  };
}

/** What became of a question. */
export interface AssignmentItem {
  readonly id: string;
  readonly caseId: string;
  readonly membershipId: string;
  readonly state: string;
  readonly answerBy: string | null;
  readonly acceptedAt: Date | null;
}

export const assignmentItem = ({ id, caseId, membershipId, state, answerBy, acceptedAt }: KeyWorkerAssignment): AssignmentItem => ({ id, caseId, membershipId, state, answerBy, acceptedAt });
