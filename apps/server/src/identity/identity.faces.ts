import { ColleaguePages } from './colleague-pages';
import { ColleagueDesk } from './colleague.desk';
import { ColleaguesApi } from './colleagues.api';
import { MeApi } from './me.api';
import { PasswordDoor } from './password-door';
import { PeopleAndAccessPages } from './people-and-access.pages';
import { SessionDesk } from './session';
import { SignInPages } from './sign-in.pages';
import { WhatEachSees } from './what-each-sees';

export const identityFaces = [SignInPages, MeApi, PeopleAndAccessPages, ColleaguesApi];
export const identityDesks = [PasswordDoor, SessionDesk, ColleaguePages, ColleagueDesk, WhatEachSees];
