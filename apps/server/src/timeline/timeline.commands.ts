import { Id, Limit, OneOf, Search, Text } from '@app/kernel';
import { TIMELINE_TYPES, type TimelineType } from '@app/overviews';

/** Which part of a timeline is shown. */
export class ReadTimeline {
  @OneOf(TIMELINE_TYPES, { label: 'type' }) type?: TimelineType | null;
  @Id({ label: 'organisation' }) organisation?: string | null;
  @Search() search?: string | null;
  @Limit(50) limit: number;
  @Text({ max: 2000, label: 'cursor' }) cursor?: string | null;
}
