import { Moment } from '@app/kernel';

export class ChangesSince {
  @Moment({ label: 'since when' }) since?: Date;
}
