import type { PageContext } from '@app/web-kit';
import type { FormState } from '../../http';
import type { PartModel } from '../access.desk';

/** What the page of one organisation's part shows, and each part of it. */
export interface AccessPartPageProps extends PartModel {
  ctx: PageContext;
  form: FormState;
  shown: 'undecided' | 'decided';
  today: string;
}
