import { Button, Csrf, formatDateTime, InsetText, type Html, type PageContext } from '@app/web-kit';
import type { FormState } from '../../http';

interface KeptProps {
  ctx: PageContext;
  form: FormState;
  /** where the form is shown, if not on this page alone */
  page?: string;
}

const pageOf = ({ ctx, page }: Pick<KeptProps, 'ctx' | 'page'>): string => page ?? ctx.path.split('?')[0] ?? '/';

/** Before a form: that it holds what was typed and never sent. A form of its own, so that Enter in a box throws nothing away. */
export const KeptBefore = ({ ctx, form, page }: KeptProps): Html | null => (form.keptAt ? (
  <InsetText html={<>
    <p>You wrote what is below on {formatDateTime(form.keptAt)} and have not saved it. Nobody else has seen it. Check it, then save it.</p>
    <form method="post" action="/typed-forms/discard">
      <Csrf ctx={ctx} />
      <input type="hidden" name="_page" value={pageOf({ ctx, page })} />
      <Button text="Throw it away" type="submit" variant="secondary" small />
    </form>
  </>} />
) : null);

/** In a form that keeps itself while somebody types, with a line that says when it last did. */
export const KeepsItself = ({ ctx, page }: Omit<KeptProps, 'form'>): Html => (
  <>
    <input type="hidden" name="_page" value={pageOf({ ctx, page })} />
    <p class="nhsuk-hint os-noprint" role="status" data-kept></p>
  </>
);
