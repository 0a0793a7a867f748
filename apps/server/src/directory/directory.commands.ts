import { Limit, OneOf, Search, Text } from '@app/kernel';
import { NEED_DOMAINS, type NeedDomain } from '@app/directory';

/** Looks for a service: words with their typos, what it helps with, where it works. */
export class FindServices {
  @Search() search?: string | null;
  @OneOf(NEED_DOMAINS, { label: 'what it helps with' }) need?: NeedDomain | null;
  @Text({ max: 100, label: 'the area' }) area?: string | null;
  @Limit(20) limit: number;
  @Text({ max: 2000, label: 'cursor' }) cursor?: string | null;
}
