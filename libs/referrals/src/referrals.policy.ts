import { CARING, hasRole, itemMayBeRead, itemMayBeWritten, WRITING, type Policy, type Subject } from '@app/access';
import { scopesOf } from '@app/kernel';
import { Referral } from './referral.entity';

const referral: Subject = Referral;

/** An item like others to the circle; and whoever it was sent to reads it before they may open anything of the person, and answers it. */
export const referralsPolicy: Policy = {
  name: 'referrals',
  subjects: [Referral],
  rules: (actor, rules) => {
    const received = { state: { $ne: 'draft' }, toScopes: { $in: scopesOf(actor) }, excluded: { $nin: [actor.userId] } };
    if (actor.organisationId !== null && hasRole(actor, CARING)) rules.can('read', referral, received);
    if (actor.organisationId !== null && hasRole(actor, WRITING)) rules.can('answer', referral, received);
    rules.cannot('answer', referral, { sealedFromMe: true });
    // Last, because what is said later wins, and what is sealed stays sealed.
    itemMayBeRead(actor, Referral, rules);
    itemMayBeWritten(actor, Referral, rules);
  },
};
