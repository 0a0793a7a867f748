import { Id, Limit, OneOf, Text } from '@app/kernel';
import type { Look } from '@app/overviews';

const LOOKS_TOLD = ['opened', 'listed'] as const;

/** Whose page, and where its timeline goes on. */
export class ReadMyPage {
  @Id({ label: 'person' }) person?: string | null;
  @Limit(20) limit: number;
  @Text({ max: 2000, label: 'cursor' }) cursor?: string | null;
}

/** Who looked, as whom it is about is told it: what was refused is for those who look after access. */
export class ReadMyLog extends ReadMyPage {
  @OneOf(LOOKS_TOLD, { label: 'what to show' }) shown?: Extract<Look, 'opened' | 'listed'> | null;
}
