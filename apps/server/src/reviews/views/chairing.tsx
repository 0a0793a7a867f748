import { Button, Csrf, errorFor, Input, Sub, WarningCallout, type Html, type PageContext } from '@app/web-kit';
import type { FormState } from '../../http';
import type { AgendaModel } from '../agenda.desk';

interface ChairingProps extends AgendaModel {
  ctx: PageContext;
  form: FormState;
  at: string;
}

const STEPS = { writing_up: 'Go on to write it up', shared_for_check: 'Share it for everybody to check' } as const;

/** Who came to help after the others were asked: asked before it begins, or it is said why not. */
const Unasked = ({ unasked, at }: ChairingProps): Html | null => (unasked.length === 0 ? null : (
  <WarningCallout heading="Somebody came to help since" headingLevel={2} html={
    <>
      <p>Not asked yet:</p>
      <ul class="os-list">{unasked.map(({ name, does }) => <li><strong>{name}</strong>{does ? <Sub>{does}</Sub> : null}</li>)}</ul>
      <p><a class="nhsuk-link" href={`${at}/invite`}>Ask them, or say why not</a></p>
    </>
  } />
));

/** What the chair does next: one green button at a time. */
export function Chairing(props: ChairingProps): Html | null {
  const { ctx, form, review, unasked, writesPlan, at } = props;
  const version = <><Csrf ctx={ctx} /><input type="hidden" name="_version" value={String(review.rowVersion)} /></>;
  const to = review.next.find((one) => one === 'writing_up' || one === 'shared_for_check');
  return (
    <div class="os-noprint">
      <Unasked {...props} />
      {review.next.includes('in_session') && unasked.length === 0 ? <form method="post" action={`${at}/session`}>{version}<Button text={review.beganAt ? 'Go on with the review' : 'Begin the review'} type="submit" preventDoubleClick /></form> : null}
      {review.state === 'in_session' || review.state === 'writing_up' ? (
        <form class="os-quick" method="post" action={`${at}/points`} novalidate>
          <Csrf ctx={ctx} />
          <Input id="question" name="question" label="Add a point" value={form.text('question')} errorMessage={errorFor(form.errors, 'question')} />
          <Button text="Add" type="submit" variant="secondary" small />
        </form>
      ) : null}
      {writesPlan && review.isHeld ? <p class="os-actions"><a class="nhsuk-button nhsuk-button--secondary" role="button" href={`/people/${review.personId}/plan/draft`}>Write the plan with what was said beside it</a></p> : null}
      {review.state === 'shared_for_check' ? <p class="os-actions"><a class="nhsuk-button" href={`${at}/close`} role="button">Close the review</a></p> : null}
      {to ? <form method="post" action={`${at}/move`}>{version}<input type="hidden" name="to" value={to} /><Button text={review.state === 'shared_for_check' ? 'Something has to be changed first' : STEPS[to]} type="submit" variant={review.state === 'shared_for_check' ? 'secondary' : undefined} preventDoubleClick /></form> : null}
    </div>
  );
}
