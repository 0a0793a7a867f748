import { itemMayBeRead, itemMayBeWritten, itemMayBeWrittenToTheEnd, type Policy } from '@app/access';
import { Alert } from './alert.entity';
import { ContactNote } from './contact-note.entity';

export const contactsPolicy: Policy = {
  name: 'contacts',
  subjects: [ContactNote, Alert],
  rules: (actor, rules) => {
    for (const item of [ContactNote, Alert]) itemMayBeRead(actor, item, rules);
    itemMayBeWrittenToTheEnd(actor, ContactNote, rules, ['create', 'change', 'move']);
    itemMayBeWritten(actor, Alert, rules);
  },
};
