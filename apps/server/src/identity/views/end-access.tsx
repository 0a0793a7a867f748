import { handedOnBy, keeps, ownedInWords, type ColleagueRow, type Owned } from '@app/identity';
import { Button, Csrf, InsetText, Page, Section, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import { administrator, ivy } from './sample';

interface EndAccessPageProps {
  ctx: PageContext;
  form: FormState;
  colleague: ColleagueRow;
  owned: readonly Owned[];
  /** the address of the team manager's page, to be sent to them */
  handOn: string;
}

const WHERE: Partial<Record<Owned['kind'], Html>> = {
  volunteer: <a class="nhsuk-link" href="/people-and-access">Open each volunteer, and choose somebody else who answers for them</a>,
  service: <a class="nhsuk-link" href="/services">Open each service of yours, and choose who receives its referrals</a>,
  referral: <a class="nhsuk-link" href="/services">Choose who else receives for the service: what is open goes with it</a>,
};

/** What would be nobody's, and who hands it on. Nobody is named: an administrator sees no records. */
const Owns = ({ colleague: { name }, owned, handOn }: Pick<EndAccessPageProps, 'colleague' | 'owned' | 'handOn'>): Html => {
  const [theirs, ours] = [owned.filter((one) => handedOnBy(one) === 'team manager' && keeps(one)), owned.filter((one) => handedOnBy(one) === 'administrator')];
  return (
    <>
      {theirs.length === 0 ? null : (
        <Section id="manager" title="Their team manager hands on">
          <ul class="nhsuk-list nhsuk-list--bullet">{theirs.map((one) => <li>{name} {ownedInWords(one)}</li>)}</ul>
          <p>They see whom it is about on a page of their own. Send them its address:</p>
          <p class="os-text">{handOn}</p>
          <p>Where they have no team manager, {name} finishes it, or whoever coordinates with those people gives it to somebody else.</p>
        </Section>
      )}
      {ours.length === 0 ? null : (
        <Section id="administrator" title="You hand on">
          <ul class="nhsuk-list nhsuk-list--bullet">{ours.map((one) => <li>{name} {ownedInWords(one)}. {WHERE[one.kind]}</li>)}</ul>
        </Section>
      )}
      {owned.filter((one) => !keeps(one)).map((one) => <p>{name} {ownedInWords(one)}. Whoever coordinates there decides who helps instead; tell them before you end this.</p>)}
    </>
  );
};

export function EndAccessPage({ ctx, form, colleague, owned, handOn }: EndAccessPageProps): Html {
  const { id, name, version } = colleague;
  return (
    <Page ctx={ctx} title={`End the access of ${name}`} errors={form.errors} back={{ href: `/people-and-access/${id}`, text: `Back to ${name}` }}>
      <h1 class="nhsuk-heading-l">End the access of {name}</h1>
      <p>{owned.some(keeps) ? `${name} keeps their access until what is theirs is somebody else’s.` : `${name} can do nothing more for your organisation from their next click.`} What they wrote stays.</p>
      <Owns colleague={colleague} owned={owned} handOn={handOn} />
      {owned.some(keeps) ? (
        <InsetText html={<p>Must they open nothing from this moment? <a class="nhsuk-link" href={`/people-and-access/${id}`}>Leave them nothing but “Sees figures of the place”</a>: it counts from their next click.</p>} />
      ) : (
        <form method="post" action={`/people-and-access/${id}/end`} novalidate>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={version} />
          <Button text="End access now" type="submit" variant="warning" />
        </form>
      )}
    </Page>
  );
}

const last = FormState.again({ status: 409, message: 'This is the last administrator. Make somebody else an administrator first', faults: [], values: { x: '' } });
const owned: Owned[] = [{ kind: 'lead', count: 3 }, { kind: 'step', count: 1 }, { kind: 'referral', count: 2 }, { kind: 'volunteer', count: 1 }, { kind: 'helper', count: 4 }];
const HAND_ON = 'https://onestory.example/workers/0190aaaa-0000-7000-8000-00000000f009/hand-on';

export const states: PageStates = {
  full: () => <EndAccessPage ctx={administrator} form={FormState.empty} colleague={ivy} owned={owned} handOn={HAND_ON} />,
  bare: () => <EndAccessPage ctx={administrator} form={FormState.empty} colleague={ivy} owned={[]} handOn={HAND_ON} />,
  errors: () => <EndAccessPage ctx={administrator} form={last} colleague={ivy} owned={[]} handOn={HAND_ON} />,
};
