import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { installJobs } from '@app/records';
import { Context1795000000001 } from './1795000000001-context';
import { Organisations1795000000002 } from './1795000000002-organisations';
import { Persons1795000000003 } from './1795000000003-persons';
import { Audit1795000000004 } from './1795000000004-audit';
import { Functions1795000000005 } from './1795000000005-functions';
import { CarePlans1795000000010 } from './1795000000010-care-plans';
import { Directory1795000000011 } from './1795000000011-directory';
import { Referrals1795000000012 } from './1795000000012-referrals';
import { KeyWorkers1795000000013 } from './1795000000013-key-workers';
import { Notices1795000000014 } from './1795000000014-notices';
import { Sharing1795000000015 } from './1795000000015-sharing';
import { Emergencies1795000000017 } from './1795000000017-emergencies';
import { HardDays1795000000018 } from './1795000000018-hard-days';
import { WhatOthersSee1795000000019 } from './1795000000019-what-others-see';
import { OwnDoor1795000000020 } from './1795000000020-own-door';
import { Oversight1795000000021 } from './1795000000021-oversight';
import { PlanSuggestions1795000000022 } from './1795000000022-plan-suggestions';
import { UnusualAccess1795000000023 } from './1795000000023-unusual-access';
import { Objections1795000000027 } from './1795000000027-objections';
import { NamedOnly1795000000030 } from './1795000000030-named-only';
import { ByWhat1795000000031 } from './1795000000031-by-what';
import { SubjectAccess1795000000032 } from './1795000000032-subject-access';
import { DataComplaints1795000000033 } from './1795000000033-data-complaints';
import { Volunteers1795000000034 } from './1795000000034-volunteers';
import { Leavers1795000000035 } from './1795000000035-leavers';
import { Reviews1795000000036 } from './1795000000036-reviews';
import { ReviewContributions1795000000037 } from './1795000000037-review-contributions';
import { ReviewDecisions1795000000038 } from './1795000000038-review-decisions';
import { PlanSections1795000000040 } from './1795000000040-plan-sections';
import { StepsForNeeds1795000000041 } from './1795000000041-steps-for-needs';
import { OwnReviews1795000000042 } from './1795000000042-own-reviews';
import { Huddles1795000000043 } from './1795000000043-huddles';
import { Agreements1795000000044 } from './1795000000044-agreements';
import { GoalJudgements1795000000045 } from './1795000000045-goal-judgements';
import { Merges1795000000046 } from './1795000000046-merges';
import { AboutMe1795000000047 } from './1795000000047-about-me';
import { DecisionsIntoThePlan1795000000048 } from './1795000000048-decisions-into-the-plan';
import { Retention1795000000049 } from './1795000000049-retention';
import { Authority1795000000050 } from './1795000000050-authority';
import { DraftsTogether1795000000051 } from './1795000000051-drafts-together';
import { VolunteersByName1795000000052 } from './1795000000052-volunteers-by-name';
import { HiddenPassages1795000000053 } from './1795000000053-hidden-passages';
import { Namesakes1795000000057 } from './1795000000057-namesakes';
import { ObjectionsLookedAtAgain1795000000058 } from './1795000000058-objections-looked-at-again';
import { DescribeHelp1795000000060 } from './1795000000060-describe-help';
import { TypedForms1795000000061 } from './1795000000061-typed-forms';
import { CarerWords1795000000062 } from './1795000000062-carer-words';
import { AnswersToActions1795000000063 } from './1795000000063-answers-to-actions';
import { LeftOutInConfidence1795000000064 } from './1795000000064-left-out-in-confidence';
import { DissentByAuthor1795000000065 } from './1795000000065-dissent-by-author';
import { PutDownForMe1795000000066 } from './1795000000066-put-down-for-me';
import { StepsWalked1795000000067 } from './1795000000067-steps-walked';
import { NextSteps1795000000068 } from './1795000000068-next-steps';
import { YoungCarers1795000000069 } from './1795000000069-young-carers';

export const migrations = [
  Context1795000000001,
  Organisations1795000000002,
  Persons1795000000003,
  Audit1795000000004,
  Functions1795000000005,
  CarePlans1795000000010,
  Directory1795000000011,
  Referrals1795000000012,
  KeyWorkers1795000000013,
  Notices1795000000014,
  Sharing1795000000015,
  Emergencies1795000000017,
  HardDays1795000000018,
  WhatOthersSee1795000000019,
  OwnDoor1795000000020,
  Oversight1795000000021,
  PlanSuggestions1795000000022,
  UnusualAccess1795000000023,
  Objections1795000000027,
  NamedOnly1795000000030,
  ByWhat1795000000031,
  SubjectAccess1795000000032,
  DataComplaints1795000000033,
  Volunteers1795000000034,
  Leavers1795000000035,
  Reviews1795000000036,
  ReviewContributions1795000000037,
  ReviewDecisions1795000000038,
  PlanSections1795000000040,
  StepsForNeeds1795000000041,
  OwnReviews1795000000042,
  Huddles1795000000043,
  Agreements1795000000044,
  GoalJudgements1795000000045,
  Merges1795000000046,
  AboutMe1795000000047,
  DecisionsIntoThePlan1795000000048,
  Retention1795000000049,
  Authority1795000000050,
  DraftsTogether1795000000051,
  VolunteersByName1795000000052,
  HiddenPassages1795000000053,
  Namesakes1795000000057,
  ObjectionsLookedAtAgain1795000000058,
  DescribeHelp1795000000060,
  TypedForms1795000000061,
  CarerWords1795000000062,
  AnswersToActions1795000000063,
  LeftOutInConfidence1795000000064,
  DissentByAuthor1795000000065,
  PutDownForMe1795000000066,
  StepsWalked1795000000067,
  NextSteps1795000000068,
  YoungCarers1795000000069,
];

/** Brings the schema to this version, as the owner role. Safe to run again. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  await installJobs(ownerUrl);
  const source = new DataSource({ type: 'postgres', url: ownerUrl, schema: 'onestory', migrations, migrationsTransactionMode: 'all' });
  await source.initialize();
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
