import type { Identity } from '@app/overviews';
import { formatDate, InsetText, type Html } from '@app/web-kit';

/** What is left to a reader whose help has ended; nothing for everybody else. */
export function Closing({ identity: { windDownUntil } }: { identity: Identity }): Html | null {
  if (!windDownUntil) return null;
  // It is over at midnight: the day that ends then is the last.
  const last = new Date(windDownUntil.getTime() - 1);
  return <InsetText text={`Your help here has ended. Until the end of ${formatDate(last)} you read what your organisation wrote, and can write a closing note. Everything else is for those who go on.`} />;
}
