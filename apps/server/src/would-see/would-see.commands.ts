import { Id } from '@app/kernel';

/** From whose side the record is looked at. */
export class ChooseWhoSees {
  @Id({ label: 'who' }) helper?: string | null;
}
