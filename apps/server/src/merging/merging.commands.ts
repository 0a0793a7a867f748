import { OneOf } from '@app/kernel';

/** Whether the very record is meant, also where it goes on as another. */
export class WhichRecord {
  @OneOf(['earlier']) record?: 'earlier' | null;
}
