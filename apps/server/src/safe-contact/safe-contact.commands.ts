import { OneOf } from '@app/kernel';
import { CHANNELS, type Channel } from '@app/sharing';

/** For which way a rule is about to be written. */
export class ChooseChannel {
  @OneOf(CHANNELS, { label: 'the way' }) channel?: Channel | null;
}
