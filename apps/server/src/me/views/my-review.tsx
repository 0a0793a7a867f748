import { fullName } from '@app/persons';
import { COMING } from '@app/reviews';
import { Button, Csrf, EmptyState, errorFor, formatDateTime, Page, Radios, Section, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { bareIdentity } from '../../person/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { COMING_QUESTIONS, OwnWordLines } from '../../reviews/views/own-words';
import { CarerWordLine } from '../../reviews/views/said-by-carer';
import { carerWords } from '../../reviews/views/carer-words-sample';
import { comesBackWords } from '../../reviews/views/own-reviews';
import { ownWords } from '../../reviews/views/own-words-sample';
import { aReview } from '../../reviews/views/sample';
import type { OwnReviewModel } from '../own-reviews.desk';
import { myPage, themself } from './sample';

interface MyReviewPageProps extends OwnReviewModel {
  ctx: PageContext;
  form: FormState;
}

/** What the person says for a review: what matters to them, what they would like to talk about, and whether they want to come. */
export function MyReviewPage({ ctx, form, person, review, said, family }: MyReviewPageProps): Html {
  const mine = (kind: string) => said.find((one) => one.kind === kind && one.how === 'own_page');
  const told = said.filter((one) => one.how !== 'own_page');
  const onlyChair = said.some((one) => one.how === 'own_page') && said.every((one) => one.how !== 'own_page' || one.namedOrganisations.length === 1);
  const at = `/me/${person.personId}/reviews/${review.id}`;
  return (
    <Page ctx={ctx} title="What I say for the review" errors={form.errors} back={{ href: `/me?person=${person.personId}`, text: 'Back to my page' }}>
      <h1 class="nhsuk-heading-l">What do you want to say for the review?</h1>
      <p>{review.chairName} leads it.{comesBackWords(review) ? ` ${comesBackWords(review)}` : review.startsAt && review.state !== 'due' ? <> It is on {formatDateTime(review.startsAt)}{review.place ? `, ${review.place}` : null}. <a class="nhsuk-link" href={`${at}/calendar.ics`}>Add to my calendar</a></> : ' No day is agreed yet.'}</p>
      {told.length > 0 ? <Section id="told" title="What you told somebody"><OwnWordLines said={told} name={fullName(person)} mine /></Section> : null}
      {family.length > 0 ? <Section id="family" title="What your family said"><ul class="os-list">{family.map((one) => <CarerWordLine word={one} />)}</ul></Section> : null}
      {!review.takesContributions ? <EmptyState title="This review takes no more answers"><p>Tell your key worker what you want to say.</p></EmptyState> : (
        <form class="os-quick" method="post" action={at} novalidate>
          <Csrf ctx={ctx} />
          <Radios idPrefix="coming" name="coming" value={form.text('coming', mine('coming')?.answer ?? '')} errorMessage={errorFor(form.errors, 'coming')} fieldset={{ legend: { text: 'Do you want to come? (optional)', size: 's' } }} items={COMING.map((value) => ({ value, text: COMING_QUESTIONS[value] }))} />
          <Textarea id="matters" name="matters" label={{ text: 'What matters to you? (optional)', size: 's' }} rows="3" value={form.text('matters', mine('matters')?.text ?? '')} errorMessage={errorFor(form.errors, 'matters')} />
          <Textarea id="talk" name="talk" label={{ text: 'What would you like to talk about? (optional)', size: 's' }} hint="Also what you do not want talked about" rows="3" value={form.text('talk', mine('talk')?.text ?? '')} errorMessage={errorFor(form.errors, 'talk')} />
          <Radios idPrefix="readers" name="readers" value={form.text('readers', onlyChair ? 'chair' : 'everybody')} errorMessage={errorFor(form.errors, 'readers')} fieldset={{ legend: { text: 'Who may read it?', size: 's' } }}
            items={[{ value: 'everybody', text: 'Everybody who is asked to the review' }, { value: 'chair', text: `Only ${review.chairName} and their organisation` }]} />
          <p>It stands as your words. You can say something else until the review is over; what you empty here is taken back.</p>
          <Button text="Say it" type="submit" />
        </form>
      )}
    </Page>
  );
}

const draw = (traits: Partial<MyReviewPageProps>): Html => <MyReviewPage ctx={themself} form={FormState.empty} person={myPage.person} review={aReview()} said={ownWords} family={carerWords} {...traits} />;
export const states: PageStates = {
  full: () => draw({}),
  bare: () => draw({ person: bareIdentity.person, said: [], family: [], review: aReview({ startsAt: null, state: 'due', place: null }) }),
  first: () => draw({ said: [], family: [], review: aReview({ place: null }) }),
  errors: () => draw({ said: [], family: [], form: refused({ matters: '', talk: '' }, missing('matters', 'Enter what matters to you, or one of the others'), missing('readers', 'Choose who may read it')) }),
};
