import type { Identity } from '@app/overviews';
import { EmptyState, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';

/** What is copied: where it stands below the person, what it is called, and what becomes of it afterwards. */
export interface CopyOf {
  readonly at: string;
  /** the page from which one comes, and where that is below the person */
  readonly back: { readonly at: string; readonly text: string };
  readonly title: string;
  readonly goesOn: string;
}
export const COPY_OF_PLAN: CopyOf = { at: 'plan', back: { at: 'plan', text: 'Back to the plan' }, title: 'The plan', goesOn: 'In your own system it does not change with the plan: copy it again after the next version.' };

interface CopyPageProps {
  ctx: PageContext;
  identity: Identity;
  /** empty where there is nothing that the reader sees */
  text: string;
  today: string;
  of?: CopyOf;
}

/** Plain text in a box, to be copied into another system, and as a file. */
export function CopyPage({ ctx, identity, text, today, of = COPY_OF_PLAN }: CopyPageProps): Html {
  const { personId } = identity.person;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Copy for my own record" today={today} back={{ href: `/people/${personId}/${of.back.at}`, text: of.back.text }}>
      <h1 class="nhsuk-heading-l">Copy for my own record</h1>
      {text === '' ? <EmptyState title="There is no plan that you can see"><p>Ask the key worker.</p></EmptyState> : (
        <>
          <p>What you see, and no more. It is written down that you took it. {of.goesOn}</p>
          <Textarea id="copy" name="copy" label={{ text: `${of.title} as plain text`, size: 's' }} hint="Choose everything in the box and copy it" rows="24" value={text} attributes={{ readonly: true }} />
          <p><a class="nhsuk-link" href={`/people/${personId}/${of.at}/copy.txt`}>Download as a text file</a></p>
        </>
      )}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <CopyPage ctx={keyWorker} identity={sampleIdentity} text={'CARE PLAN OF MARGERY PLUMTREE-ODUYA\nVersion 2.1\n\nWHAT MATTERS MOST\nSinging.\n'} today={TODAY} />,
  note: () => <CopyPage ctx={keyWorker} identity={sampleIdentity} text={'CONTACT NOTE ABOUT MARGERY PLUMTREE-ODUYA\n'} today={TODAY} of={{ at: 'contact-notes/1', back: { at: 'timeline', text: 'Back to the timeline' }, title: 'The note', goesOn: 'A correction that is written later is not in it.' }} />,
  empty: () => <CopyPage ctx={keyWorker} identity={bareIdentity} text="" today={TODAY} />,
};
