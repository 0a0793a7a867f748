import { Text } from '@app/kernel';

/** The page to which one was on the way. */
export class OnTheWay {
  @Text({ max: 500 }) returnTo?: string | null;
}
