import { Limit, OneOf, Search, Text } from '@app/kernel';
import { LOOKS, type Look } from '@app/overviews';

/** Who looked, newest first. */
export class ReadAccessLog {
  @OneOf(LOOKS, { label: 'what to show' }) shown?: Look | null;
  @Limit(50) limit: number;
  @Text({ max: 2000, label: 'cursor' }) cursor?: string | null;
}

/** Whose log? */
export class FindLog {
  @Search() search?: string | null;
}
