import type { CircleMember } from '@app/care-teams';
import type { KeyWorker } from '@app/key-workers';
import { fullName, isOld } from '@app/persons';
import { EmptyState, formatDate, Hidden, londonDay, orSay, Page, Phone, Section, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { joinerName, memberName } from '../../care-teams/views/circle';
import { PaperLinks } from '../../care-plans/views/paper-links';
import { PlanParts, isBare } from '../../care-plans/views/plan-content';
import { ViewOfPerson } from '../../care-plans/views/view-of-person';
import { versionWords } from '../../care-plans/views/words';
import { besideItem, type Beside } from '../../corrections/views/said-wrong';
import { OwnReviews } from '../../reviews/views/own-reviews';
import { AgreedList } from '../../sharing/views/agreed';
import { Entries } from '../../timeline/views/entries';
import type { MyPageModel } from '../me.desk';
import { readyProposal } from '../../care-plans/views/proposal-sample';
import { weekOf } from '../week';
import { MyWeekPart } from './my-week';
import { barePage, carer, myPage, themself } from './sample';

interface MyPageProps {
  ctx: PageContext;
  page: MyPageModel;
}

/** "My key worker" to the person, "Margery’s key worker" to a family carer. */
export const whose = (page: Pick<MyPageModel, 'as'>, name: string): string => (page.as === 'own' ? 'My' : `${name}’s`);
const besideMine = ({ corrections, person }: MyPageModel): Beside => besideItem(corrections, null, `/me/${person.personId}/wrong`);
const called = ({ person }: MyPageModel): string => person.preferred ?? person.given;

/** The page of a person, or of a family carer as far as the person agreed: whom to ring now comes first. */
export function MyPage({ ctx, page }: MyPageProps): Html {
  const my = whose(page, called(page));
  const isOwn = page.as === 'own';
  const { personId } = page.person;
  const looked = isOwn || page.categories.includes('access_log');
  return (
    <Page ctx={ctx} title={isOwn ? 'My page' : `The page of ${fullName(page.person)}`} {...(page.choices > 1 && { back: { href: '/me', text: 'Choose somebody else' } })}>
      <h1 class="nhsuk-heading-l">{isOwn ? `Hello, ${called(page)}` : `The page of ${fullName(page.person)}`}</h1>
      <Section id="ring" title="Who to ring now">
        <p><strong>{page.ringNow.name}</strong>: {page.ringNow.phone ? <Phone value={page.ringNow.phone} /> : orSay(null, 'no phone number recorded')}</p>
        <p>When somebody’s life is in danger ring <Phone value="999" />. Nobody watches this page day and night.</p>
      </Section>
      <Section id="key-worker" title={`${my} key worker`}>{page.keyWorker ? <MyKeyWorker worker={page.keyWorker} /> : <p>There is no key worker yet.</p>}</Section>
      <Section id="team" title={`${my} team`}><Team members={page.team} /></Section>
      <MyWeekPart week={weekOf(page.doing, page.team)} title={`${my} week`} me={isOwn ? 'Me' : called(page)} />
      <MayJoin page={page} />
      {isOwn ? <MyAgreement page={page} /> : null}
      <OwnReviews reviews={page.reviews} personId={personId} />
      <AboutMyself page={page} />
      <MyPlan page={page} />
      <Section id="timeline" title="What happened">
        {page.timeline.length === 0 ? <EmptyState level={3} title="Nothing is shown here yet"><p>Ask the key worker what they have written.</p></EmptyState> : <Entries level={3} entries={page.timeline} {...(isOwn && { beside: besideMine(page) })} toThePerson />}
        {page.next ? <p><a class="nhsuk-link" href={`/me?person=${personId}&cursor=${encodeURIComponent(page.next)}`}>What happened before</a></p> : null}
      </Section>
      {isOwn ? <p><a class="nhsuk-link" href={`/me/${personId}/copy`}>A copy of my record</a></p> : null}
      {isOwn ? <p><a class="nhsuk-link" href={`/me/${personId}/complaints`}>Complain about my information</a></p> : null}
      {looked ? <p><a class="nhsuk-link" href={`/me/access-log?person=${personId}`}>Who looked at {isOwn ? 'my record' : 'this record'}</a></p> : null}
    </Page>
  );
}

/** The way to what one says of oneself; the words themselves stand in the plan below. */
function AboutMyself({ page: { as, aboutMe, person } }: { page: MyPageModel }): Html | null {
  if (as !== 'own') return null;
  const [today, at] = [londonDay(new Date()), `/me/${person.personId}/about-me`];
  const old = aboutMe.filter((entry) => isOld(entry, today)).length;
  return (
    <Section id="about-myself" title="What I say of myself">
      <p>{aboutMe.length === 0 ? 'Say once what everybody who helps you should know: what matters to you, how to talk with you, what to do and what not to do.' : old > 0 ? `You said ${old === 1 ? 'something' : 'some things'} more than a year ago. ${old === 1 ? 'Is it' : 'Are they'} still true?` : 'What everybody who helps you knows of you, in your words.'}</p>
      <p class="os-noprint"><a class="nhsuk-link" href={at}>{aboutMe.length === 0 ? 'Write about myself' : 'Read and change what I said'}</a></p>
    </Section>
  );
}

/** Who would like to join, and waits for the person's own yes: nobody is hurried, and nobody need say why. */
function MayJoin({ page: { joining, person } }: { page: MyPageModel }): Html | null {
  if (joining.length === 0) return null;
  return (
    <Section id="joining" title="Who would like to join">
      <p>They see nothing until you say yes. If you would rather talk first, ring your key worker.</p>
      <ul class="os-list">
        {joining.map((one) => (
          <li id={`joining-${one.id}`}>
            <p class="nhsuk-u-margin-bottom-1"><strong>{joinerName(one)}</strong></p>
            <p class="nhsuk-u-margin-bottom-1">{one.does}</p>
            <p class="nhsuk-u-margin-bottom-0 os-noprint"><a class="nhsuk-link" href={`/me/${person.personId}/joining/${one.id}`}>Say yes or no<Hidden> to {joinerName(one)}</Hidden></a></p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The same as those who help read, and the same sentence for everybody: whether one said no to somebody is not shown to whoever looks over a shoulder. */
const MyAgreement = ({ page: { agreed, keyWorker: worker, talkAsked, person: { personId } } }: { page: MyPageModel }): Html => (
  <Section id="agreed" title="What I agreed">
    {agreed ? <AgreedList last={agreed} today={londonDay(new Date())} mine /> : <p>Those who help you directly know what they need. Nobody has talked with you about it yet.</p>}
    <p>If you said no to somebody, that holds and is not shown here.</p>
    {talkAsked ? <p>You asked on {formatDate(talkAsked.createdAt)} to talk about it. If nobody rings, ask {worker?.name ?? 'anybody who helps you'}.</p> : null}
    <div class="os-actions os-noprint">
      {talkAsked ? null : <a class="nhsuk-link" href={`/me/${personId}/talk`}>Ask to talk about who may see what</a>}
      <a class="nhsuk-link" href={`/me/${personId}/stop`}>Stop sharing</a>
    </div>
  </Section>
);

const MyKeyWorker = ({ worker }: { worker: KeyWorker }): Html => (
  <>
    <p><strong>{worker.name}</strong>, {worker.jobTitle}, {worker.organisation}</p>
    <p>In their working hours: {worker.phone ? <Phone value={worker.phone} /> : orSay(null, 'no phone number recorded')}</p>
  </>
);

/** The plan in the order of the standard; what somebody said about it is between them and those who help. */
function MyPlan({ page }: { page: MyPageModel }): Html | null {
  const { plan, person } = page;
  const { version } = plan;
  if (isBare(plan)) return <MyDraft page={page} />;
  const name = page.as === 'own' ? 'Me' : called(page);
  return (
    <>
      <h2 class="nhsuk-heading-m" id="plan">{whose(page, called(page))} plan</h2>
      {version?.publishedAt ? <p>{versionWords(version)}, of {formatDate(version.publishedAt)}.{version.nextReviewOn ? ` We look at it again on ${formatDate(version.nextReviewOn)}.` : null}</p> : null}
      <MyDraft page={page} />
      {version ? <PaperLinks at={`/me/${person.personId}/plan/pdf`} /> : null}
      {page.as === 'own' ? <p><a class="nhsuk-link" href={`/me/suggestions?person=${person.personId}`}>Ask for a change to my plan, or see what came of it</a></p> : null}
      <PlanParts plan={plan} aboutMe={page.aboutMe} name={name} today={londonDay(new Date())} beside={page.as === 'own' ? besideMine(page) : undefined} goalsAt={page.as === 'own' ? `/me/${person.personId}/goals` : undefined} toThePerson suggestAt={page.as === 'own' ? `/me/suggestions?person=${person.personId}&item=` : undefined} />
      {page.as === 'own' ? <ViewOfPerson plan={plan} name={fullName(person)} /> : null}
      {page.as === 'own' && version ? <p class="os-noprint"><a class="nhsuk-link" href={`/me/${person.personId}/plan-view`}>Say what I think of the plan</a></p> : null}
    </>
  );
}

/** That there is a draft, beside the plan in force. */
const MyDraft = ({ page: { proposed, as, person } }: { page: MyPageModel }): Html | null =>
  (proposed ? <p id="draft">{as === 'own' && proposed.state === 'ready_for_agreement' ? 'There is a draft of your next plan. You are asked what you think of it. ' : 'There is a draft of the next plan. '}It is not in force. <a class="nhsuk-link" href={`/me/${person.personId}/draft`}>Read the draft</a></p> : null);

function Team({ members }: { members: readonly CircleMember[] }): Html {
  if (members.length === 0) return <p>Nobody is in the team yet.</p>;
  return (
    <ul class="os-list">
      {members.map((member) => (
        <li id={`member-${member.id}`}>
          <p class="nhsuk-u-margin-bottom-1"><strong>{memberName(member)}</strong>{memberName(member) === member.organisation ? null : `, ${member.organisation}`}</p>
          <p class="nhsuk-u-margin-bottom-1">{member.does}{member.daysTimes ? `. ${member.daysTimes}` : null}</p>
          {member.doesNotDo ? <p class="nhsuk-u-margin-bottom-1">Does not do: {member.doesNotDo}</p> : null}
          <p class="nhsuk-u-margin-bottom-0">{member.phone ? <Phone value={member.phone} /> : orSay(null, 'No phone number recorded')}</p>
        </li>
      ))}
    </ul>
  );
}

export const states: PageStates = {
  full: () => <MyPage ctx={themself} page={myPage} />,
  bare: () => <MyPage ctx={themself} page={{ ...barePage, timeline: myPage.timeline.slice(0, 1) }} />,
  empty: () => <MyPage ctx={themself} page={barePage} />,
  draft: () => <MyPage ctx={themself} page={{ ...myPage, proposed: readyProposal.version }} />,
  carer: () => <MyPage ctx={carer} page={{ ...myPage, as: 'carer', choices: 2, joining: [], corrections: [], reviews: [], categories: ['identity', 'contacts', 'access_log'] }} />,
};
