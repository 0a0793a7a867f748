import { itemMayBeRead, itemMayBeWritten, type Policy } from '@app/access';
import { SharingConversation } from './sharing-conversation.entity';

export const sharingPolicy: Policy = {
  name: 'sharing',
  subjects: [SharingConversation],
  rules: (actor, rules) => {
    itemMayBeRead(actor, SharingConversation, rules);
    itemMayBeWritten(actor, SharingConversation, rules);
  },
};
