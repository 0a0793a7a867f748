import { Fault } from '@app/kernel';

/** The one answer to details that fit nobody, or two people, or somebody who is not opened in this way. What is to be written of it has been. */
export class NobodyOpened extends Fault {
  readonly status = 404;
  readonly code = 'not-found';
  override readonly saidInForm = true;
  constructor() {
    super('No record was opened with these details. Check each of them; the family name as it stands in their papers, the postcode of where they live');
  }
}
