import { hasRole, itemMayBeRead, itemMayBeWritten, type Policy, type Subject } from '@app/access';
import { EmergencyOpening } from './emergency-opening.entity';
import { Objection } from './objection.entity';
import { TalkRequest } from './talk-request.entity';
import { SharingConversation } from './sharing-conversation.entity';

const opening: Subject = EmergencyOpening;

export const sharingPolicy: Policy = {
  name: 'sharing',
  subjects: [SharingConversation, TalkRequest, Objection, EmergencyOpening],
  rules: (actor, rules) => {
    for (const item of [SharingConversation, TalkRequest, Objection]) {
      itemMayBeRead(actor, item, rules);
      itemMayBeWritten(actor, item, rules);
    }
    // By somebody senior: a manager of the organisation that was told.
    if (hasRole(actor, ['team_manager'])) itemMayBeWritten(actor, Objection, rules, ['decide']);
    const { userId, organisationId, membershipId } = actor;
    if (organisationId === null) return;
    // Somebody who is kept from the person learns nothing of it, nor whoever was stopped that they were.
    const known = { excluded: { $nin: [userId] } };
    const byOthers = { ...known, userId: { $ne: userId } };
    rules.can('read', opening, { ...known, userId, organisationId, stopped: false });
    if (membershipId !== null) rules.can('read', opening, { ...byOthers, told: { $in: [membershipId] } });
    // Nobody reviews what they opened themselves.
    if (hasRole(actor, ['ig_lead'])) rules.can(['read', 'review'], opening, { ...byOthers, concerned: { $in: [organisationId] } });
  },
};
