import { itemMayBeRead, itemMayBeWritten, personMayBeRead, personMayBeWritten, type Policy } from '@app/access';
import { AboutMe, ContactPoint, OwnReference, RelatedPerson } from './items.entity';
import { Person } from './person.entity';

export const personsPolicy: Policy = {
  name: 'persons',
  subjects: [Person, ContactPoint, OwnReference, AboutMe, RelatedPerson],
  rules: (actor, rules) => {
    personMayBeRead(actor, Person, rules);
    personMayBeWritten(actor, Person, rules);
    for (const item of [ContactPoint, OwnReference, AboutMe, RelatedPerson]) {
      itemMayBeRead(actor, item, rules);
      itemMayBeWritten(actor, item, rules);
    }
  },
};
