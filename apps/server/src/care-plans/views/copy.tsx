import { EmptyState, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { CopyModel } from '../plan-copy.desk';

/** Plain text in a box, to be copied into another system, and as a file. */
export function CopyPage({ ctx, identity, text, today }: CopyModel & { ctx: PageContext }): Html {
  const at = `/people/${identity.person.personId}/plan`;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Copy for my own record" today={today} back={{ href: at, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l">Copy for my own record</h1>
      {text === '' ? <EmptyState title="There is no plan that you can see"><p>Ask the key worker.</p></EmptyState> : (
        <>
          <p>What you see of the plan, and no more. It is written down that you took it. In your own system it does not change with the plan: copy it again after the next version.</p>
          <Textarea id="copy" name="copy" label={{ text: 'The plan as plain text', size: 's' }} hint="Choose everything in the box and copy it" rows="24" value={text} attributes={{ readonly: true }} />
          <p><a class="nhsuk-link" href={`${at}/copy.txt`}>Download as a text file</a></p>
        </>
      )}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <CopyPage ctx={keyWorker} identity={sampleIdentity} text={'CARE PLAN OF MARGERY PLUMTREE-ODUYA\nVersion 2.1\n\nWHAT MATTERS MOST\nSinging.\n'} today={TODAY} />,
  empty: () => <CopyPage ctx={keyWorker} identity={bareIdentity} text="" today={TODAY} />,
};
