import { Button, Checkboxes, Csrf, plural, Section, type Html } from '@app/web-kit';
import type { AccessPartPageProps } from './part-props';

/** What was decided goes out as it stands, once nothing is left to decide. */
export const ReleaseForm = ({ ctx, part, at, undecided }: AccessPartPageProps & { at: string; undecided: number }): Html => (
  <Section id="release" title="Give it out">
    {undecided > 0 ? <p>{plural(undecided, 'item')} to decide first.</p> : part.pausedOn ? <p>The clock stands. Let it go on first.</p> : (
      <form method="post" action={`${at}/release`}>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={String(part.version)} />
        {part.discreet ? <p>Your organisation helps discreetly: nothing of this stands on their own page. Give it to them in the way that is safe.</p> : (
          <Checkboxes idPrefix="onOwnPage" name="onOwnPage" small hint="Leave it empty where somebody may look over their shoulder" items={[{ value: 'on', text: 'They can read it on their own page' }]} />
        )}
        <Button text="Give it out" type="submit" />
      </form>
    )}
  </Section>
);
