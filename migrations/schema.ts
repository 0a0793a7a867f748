import { CareAction, Goal, Need, PlanStatement, PlanVersion } from '@app/care-plans';
import { CareTeamMember, ProposedMember } from '@app/care-teams';
import { Case } from '@app/cases';
import { Alert, ContactNote } from '@app/contacts';
import { Service, ServiceWord } from '@app/directory';
import { identityEntities } from '@app/identity';
import { KeyWorkerAssignment } from '@app/key-workers';
import { organisationEntities } from '@app/organisations';
import { AboutMe, ContactPoint, OwnReference, Person, RelatedPerson } from '@app/persons';
import { Referral } from '@app/referrals';
import { StateTransition } from '@app/records';
import { EmergencyOpening, Exclusion, Relationship, SafeContact, SharingConversation, SharingDecision } from '@app/sharing';

/** Every entity. What only the database handles (person_access, worklist, audit, credentials) has none. */
export const entities = [
  ...organisationEntities, ...identityEntities,
  Person, ContactPoint, OwnReference, AboutMe, RelatedPerson, Relationship, SharingDecision, Exclusion, SafeContact, SharingConversation, EmergencyOpening,
  Case, CareTeamMember, ProposedMember, KeyWorkerAssignment, ContactNote, Alert, PlanVersion, Need, Goal, CareAction, PlanStatement, StateTransition,
  Service, ServiceWord, Referral,
];
