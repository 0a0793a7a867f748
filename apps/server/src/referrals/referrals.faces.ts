import { ReferralsForNeeds } from './for-needs';
import { NewReferralDesk, ReferralChoices } from './new-referral.desk';
import { PersonReferralsApi } from './person-referrals.api';
import { PersonReferralsPages } from './person-referrals.pages';
import { ReferralDesk } from './referral.desk';
import { ReferralsApi } from './referrals.api';
import { ReferralsPages } from './referrals.pages';

export const referralFaces = [PersonReferralsPages, PersonReferralsApi, ReferralsPages, ReferralsApi];
export const referralDesks = [ReferralDesk, NewReferralDesk, ReferralChoices, ReferralsForNeeds];
