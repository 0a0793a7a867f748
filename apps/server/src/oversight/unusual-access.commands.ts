import { OneOf } from '@app/kernel';

export const SHOWN = ['open', 'decided'] as const;

export class ReadUnusualAccess {
  @OneOf(SHOWN, { label: 'what to show' }) shown?: (typeof SHOWN)[number] | null;
}
