import type { MyPerson } from '@app/overviews';
import { Page, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { carer } from './sample';

interface ChoosePersonPageProps {
  ctx: PageContext;
  people: readonly MyPerson[];
}

/** Whose page? For a family carer who looks after several people. */
export function ChoosePersonPage({ ctx, people }: ChoosePersonPageProps): Html {
  return (
    <Page ctx={ctx} title="Whose page?">
      <h1 class="nhsuk-heading-l">Whose page do you want to see?</h1>
      <ul class="os-list">
        {people.map(({ personId, name, as }) => <li><a class="nhsuk-link" href={`/me?person=${personId}`}>{name}</a>{as === 'own' ? ', my own page' : null}</li>)}
      </ul>
    </Page>
  );
}

const people: MyPerson[] = [
  { personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Halina Kowalczyk', as: 'own' },
  { personId: '0190aaaa-0000-7000-8000-000000000002', name: 'Wanda Kowalczyk-Hughes', as: 'carer' },
];

export const states: PageStates = {
  full: () => <ChoosePersonPage ctx={carer} people={people} />,
  bare: () => <ChoosePersonPage ctx={carer} people={people.slice(1)} />,
};
