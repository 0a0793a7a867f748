import { CareAction, Goal, GoalJudgement, Need, PlanStatement, PlanSuggestion, PlanVersion, PlanView } from '@app/care-plans';
import { CareTeamMember, JoiningQuestion, ProposedMember } from '@app/care-teams';
import { Case } from '@app/cases';
import { Alert, ContactNote } from '@app/contacts';
import { Correction } from '@app/corrections';
import { Service, ServiceWord } from '@app/directory';
import { Huddle, HuddleLine } from '@app/huddles';
import { identityEntities } from '@app/identity';
import { KeyWorkerAssignment } from '@app/key-workers';
import { organisationEntities } from '@app/organisations';
import { AboutMe, ContactPoint, OwnReference, Person, RelatedPerson } from '@app/persons';
import { Referral } from '@app/referrals';
import { StateTransition } from '@app/records';
import { Review, ReviewContribution, ReviewInvitee, ReviewItem } from '@app/reviews';
import { EmergencyOpening, Exclusion, Objection, Relationship, SafeContact, SharingConversation, SharingDecision, TalkRequest } from '@app/sharing';

/** Every entity. What only the database handles (person_access, worklist, audit, credentials) has none. */
export const entities = [
  ...organisationEntities, ...identityEntities,
  Person, ContactPoint, OwnReference, AboutMe, RelatedPerson, Relationship, SharingDecision, Exclusion, SafeContact, SharingConversation, TalkRequest, Objection, EmergencyOpening,
  Case, CareTeamMember, ProposedMember, JoiningQuestion, KeyWorkerAssignment, ContactNote, Alert, PlanVersion, Need, Goal, CareAction, PlanStatement, PlanView, PlanSuggestion, GoalJudgement, Review, ReviewInvitee, ReviewContribution, ReviewItem, Huddle, HuddleLine, StateTransition, Correction,
  Service, ServiceWord, Referral,
];
