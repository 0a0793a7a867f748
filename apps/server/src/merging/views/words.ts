import { formatDate } from '@app/web-kit';
import type { SideRow } from '../two-sides';

export const SIDE_WORDS: Record<SideRow['what'], string> = {
  name: 'Name', preferred: 'Likes to be called', birthDate: 'Date of birth', nhsNumber: 'NHS number', ownReference: 'Our reference', language: 'Language', address: 'Address', phone: 'Phone', practice: 'GP practice', keyWorker: 'Key worker',
};

/** What a record says; null where it says nothing. */
export const sideValue = (what: SideRow['what'], value: string | null): string | null => (value !== null && what === 'birthDate' ? formatDate(value) : value);
