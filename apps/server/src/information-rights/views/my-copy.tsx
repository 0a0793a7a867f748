import type { MyCopy } from '@app/information-rights';
import type { Person } from '@app/persons';
import { Button, Csrf, errorFor, formatDate, Hidden, Page, Section, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { Alone } from '../../me/views/alone';
import { barePage, myPage, themself } from '../../me/views/sample';
import { copies as sample } from './sample';

interface MyCopyPageProps {
  ctx: PageContext;
  form: FormState;
  person: Person;
  copies: readonly MyCopy[];
}

/** A copy of what is held about oneself: how to ask for it, how far each is, and what may be read here. */
export function MyCopyPage({ ctx, form, person: { personId }, copies }: MyCopyPageProps): Html {
  const at = `/me/${personId}/copy`;
  const waits = copies.some(({ state }) => state === 'open');
  return (
    <Page ctx={ctx} title="A copy of my record" errors={form.errors} back={{ href: `/me?person=${personId}`, text: 'Back to my page' }}>
      <h1 class="nhsuk-heading-l">A copy of my record</h1>
      {copies.length === 0 ? null : (
        <Section id="asked" title="What I asked for">
          <ul class="os-list">
            {copies.map((one) => (
              <li id={`copy-${one.partId}`}>
                <p class="nhsuk-u-margin-bottom-1"><strong>{one.organisation}</strong>, asked on {formatDate(one.askedOn)}</p>
                <p class="nhsuk-u-margin-bottom-0">{one.readable ? <><a class="nhsuk-link" href={`${at}/${one.partId}/pdf`}>Download it (PDF)<Hidden> of {one.organisation}</Hidden></a> <a class="nhsuk-link" href={`${at}/${one.partId}/pdf?size=large`}>In large print<Hidden> of {one.organisation}</Hidden></a> <a class="nhsuk-link" href={`/api${at}/${one.partId}`}>As data<Hidden> of {one.organisation}</Hidden></a></>
                  : one.state === 'released' && one.releasedAt ? `Ready since ${formatDate(one.releasedAt)}. They give it to you themselves.` : `They answer by ${formatDate(one.dueOn)}.`}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {waits ? <p>You have asked everybody. You can ask again when they have answered.</p> : (
        <>
          <p>You may have a copy of what is held about you. Each organisation answers within a month. It costs nothing. You can ask by phone or on paper, too: tell anybody who helps you.</p>
          <form class="os-quick" method="post" action={at} novalidate>
            <Csrf ctx={ctx} />
            <Textarea id="words" name="words" label={{ text: 'What would you like? (optional)', size: 's' }} hint="Leave it empty for everything" rows="3" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
            <Alone form={form} />
            <Button text="Ask for a copy" type="submit" />
          </form>
        </>
      )}
    </Page>
  );
}

export const states: PageStates = {
  full: () => <MyCopyPage ctx={themself} form={FormState.empty} person={myPage.person} copies={sample} />,
  bare: () => <MyCopyPage ctx={themself} form={FormState.empty} person={barePage.person} copies={sample.slice(0, 1)} />,
  empty: () => <MyCopyPage ctx={themself} form={FormState.empty} person={myPage.person} copies={[]} />,
  errors: () => <MyCopyPage ctx={themself} form={refused({ words: 'All' }, missing('spokeAlone', 'Choose whether you are alone'))} person={myPage.person} copies={[]} />,
};
