import type { ColleagueRow } from '@app/identity';
import { Button, Csrf, Page, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import { administrator, ivy } from './sample';

export function EndAccessPage({ ctx, form, colleague }: { ctx: PageContext; form: FormState; colleague: ColleagueRow }): Html {
  const { id, name, version } = colleague;
  return (
    <Page ctx={ctx} title={`End the access of ${name}`} errors={form.errors} back={{ href: `/people-and-access/${id}`, text: `Back to ${name}` }}>
      <h1 class="nhsuk-heading-l">End the access of {name}</h1>
      <p>{name} can do nothing more for your organisation from their next click. What they wrote stays. People whose key worker they are need a new one.</p>
      <form method="post" action={`/people-and-access/${id}/end`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={version} />
        <Button text="End access now" type="submit" variant="warning" />
      </form>
    </Page>
  );
}

const last = FormState.again({ status: 409, message: 'This is the last administrator. Make somebody else an administrator first', faults: [], values: { x: '' } });

export const states: PageStates = {
  full: () => <EndAccessPage ctx={administrator} form={FormState.empty} colleague={ivy} />,
  errors: () => <EndAccessPage ctx={administrator} form={last} colleague={ivy} />,
};
