import { Id } from '@app/kernel';

/** Since which version: the one before unless another is named. */
export class Since {
  @Id({ label: 'version' }) since?: string | null;
}
