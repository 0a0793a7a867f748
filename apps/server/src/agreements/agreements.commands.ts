import { OneOf } from '@app/kernel';
import { IMPACTS, type Impact } from '@app/organisations';

/** Which part of what a suspension means. */
export class ListImpact {
  @OneOf(IMPACTS, { required: true, label: 'what to list' }) kind: Impact;
}
