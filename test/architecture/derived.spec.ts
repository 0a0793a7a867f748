import { ITEM_TABLES } from '../access/worlds/shape';
import { filesUnder, textOf } from './source';

/**
 * Every place where an item is written, and where its readers come from. What is derived from a narrower item starts no wider than it (safety.md, section 1):
 * whoever adds a place says here which it is, and gives what is derived a test that is titled I25.
 */
const PLACES: Record<string, 'begins' | `begins: ${string}` | `from ${string}`> = {
  'libs/care-plans/src/decided-steps.service.ts CareAction': 'from the point of a review and from the goal of the step, for those who read both, into a draft',
  'libs/care-plans/src/draft-writer.ts PlanVersion': 'begins',
  'libs/care-plans/src/draft-writer.ts entity': 'from the goal of a step, else begins: draft-lines.ts; a draft is its author’s alone, or for whom the line is meant while others are asked',
  'libs/care-plans/src/goal-judgements.service.ts GoalJudgement': 'from the goal about which it is',
  'libs/care-plans/src/imported-plans.service.ts PlanVersion': 'begins',
  'libs/care-plans/src/imported-plans.service.ts entity': 'begins',
  'libs/care-plans/src/plan-views.service.ts PlanView': 'begins',
  'libs/care-plans/src/proposals.service.ts PlanView': 'begins',
  'libs/care-plans/src/suggestions.service.ts PlanSuggestion': 'from the line about which it is, else begins: for the organisations that its author and the plan’s belong to',
  'libs/care-plans/src/taking-in.ts CareAction': 'from the suggestion that is taken in, into a draft',
  'libs/care-plans/src/taking-in.ts Goal': 'from the suggestion that is taken in, into a draft',
  'libs/care-plans/src/taking-in.ts Need': 'from the suggestion that is taken in, into a draft',
  'libs/care-teams/src/care-teams.service.ts CareTeamMember': 'begins',
  'libs/care-teams/src/joining-questions.service.ts JoiningQuestion': 'begins',
  'libs/care-teams/src/proposed-members.service.ts ProposedMember': 'begins',
  'libs/cases/src/cases.service.ts Case': 'begins',
  'libs/contacts/src/brought.service.ts Alert': 'begins',
  'libs/contacts/src/brought.service.ts ContactNote': 'begins',
  'libs/contacts/src/contacts.service.ts Alert': 'begins',
  'libs/contacts/src/contacts.service.ts ContactNote': 'from the note that is corrected, else begins',
  'libs/huddles/src/huddles.service.ts HuddleLine': 'begins',
  'libs/key-workers/src/allocation.service.ts KeyWorkerAssignment': 'begins',
  'libs/key-workers/src/cover.service.ts KeyWorkerAssignment': 'begins',
  'libs/key-workers/src/key-workers.service.ts KeyWorkerAssignment': 'begins',
  'libs/persons/src/about-me.service.ts AboutMe': 'from what it replaces, else begins',
  'libs/persons/src/own-references.service.ts OwnReference': 'begins',
  'libs/persons/src/persons.service.ts ContactPoint': 'begins',
  'libs/persons/src/persons.service.ts RelatedPerson': 'begins',
  'libs/records/src/records.ts StateTransition': 'from the item that came to stand somewhere',
  'libs/referrals/src/referrals.service.ts Referral': 'from the need behind it, else begins',
  'libs/reviews/src/agenda.service.ts ReviewItem': 'from the line of the plan, the contribution or the suggestion that it is about, else begins',
  'libs/reviews/src/closing.service.ts ReviewContribution': 'from the point about which it is',
  'libs/reviews/src/contributions.service.ts ReviewContribution': 'from the goal about which it is, or from what it confirms, else begins',
  'libs/reviews/src/invitations.service.ts ReviewInvitee': 'from the review, and from the help of whoever is asked',
  'libs/reviews/src/own-words.service.ts ReviewContribution': 'begins: for those whom the person chooses',
  'libs/reviews/src/reviews.service.ts Review': 'begins',
  'libs/sharing/src/conversations.service.ts SharingConversation': 'begins',
  'libs/sharing/src/objections.service.ts Objection': 'begins',
};
/** Where lines are copied in SQL. */
const COPIES = {
  'libs/care-plans/src/plan-content.queries.ts ${table}': 'from the line of the version before, with those to whom it opens',
  'migrations/1795000000005-functions.ts contact_note': 'from the note that was moved: for the organisation that wrote it, and for whom it is sealed',
  'migrations/1795000000012-referrals.ts care_team_member': 'from the referral that was accepted',
  'migrations/1795000000012-referrals.ts state_transition': 'from the referral that came to stand somewhere',
  'migrations/1795000000013-key-workers.ts state_transition': 'from the case or the assignment that came to stand somewhere',
  'migrations/1795000000020-own-door.ts care_team_member': 'from the question that the person answered, with their yes',
  'migrations/1795000000020-own-door.ts correction': 'from the item that is said to be wrong',
  'migrations/1795000000020-own-door.ts plan_view': 'begins: of a version that the person reads',
  'migrations/1795000000020-own-door.ts sharing_conversation': 'begins',
  'migrations/1795000000020-own-door.ts state_transition': 'from what came to stand somewhere',
  'migrations/1795000000020-own-door.ts talk_request': 'begins',
  'migrations/1795000000022-plan-suggestions.ts plan_suggestion': 'from the line about which it is, else begins: the person’s own',
  'migrations/1795000000022-plan-suggestions.ts state_transition': 'from the suggestion that came to stand somewhere',
  'migrations/1795000000044-agreements.ts state_transition': 'begins: sealed for nobody',
  'migrations/1795000000032-subject-access.ts state_transition': 'begins: sealed for nobody',
  'migrations/1795000000033-data-complaints.ts state_transition': 'begins: sealed for nobody',
  'migrations/1795000000042-own-reviews.ts review_contribution': 'begins: for those whom the person chooses',
  'migrations/1795000000049-retention.ts state_transition': 'begins: sealed for nobody',
  'migrations/1795000000045-goal-judgements.ts goal_judgement': 'from the goal about which it is',
  'migrations/1795000000051-drafts-together.ts plan_view': 'begins: of a draft that the person reads',
  'migrations/1795000000051-drafts-together.ts state_transition': 'from the draft that the person agreed to',
  'migrations/1795000000047-about-me.ts about_me': 'from what it replaces, else begins: in the circle’s sight',
};

const found = (pattern: RegExp, ...folders: string[]): string[] =>
  [...new Set(folders.flatMap((folder) => filesUnder(folder)).filter((path) => !path.includes('spec.')).flatMap((path) => [...textOf(path).matchAll(pattern)].map((match) => `${path} ${match[1] ?? ''}`)))].sort();

describe('I25: a place where an item is written', () => {
  it('says whether the item begins there or comes from another, whose readers it takes', () => {
    // Facts have readers of their own, and are no items; nor are those who work here.
    const facts = /Relationship|SharingDecision|Exclusion|SafeContact|Membership|UserAccount| Person$|row$/;
    expect(found(/records\.(?:create|createAll|insert)\((\w+)|this\.insert\((StateTransition)/g, 'libs').filter((place) => !facts.test(place)).map((place) => place.replace(/ $/, ' StateTransition')))
      .toEqual(Object.keys(PLACES).sort());
  });

  it('says so too where SQL copies rows', () => {
    const items = new RegExp(`insert into ([$][{]table[}]|${ITEM_TABLES.join('|')}) `, 'g');
    expect(found(items, 'libs', 'migrations')).toEqual(Object.keys(COPIES).sort());
  });
});
