import { field } from './field';

/** Says on a change that the record stays with its person, whoever is named. Fault: `person.immutable`. */
export function PersonStays(): PropertyDecorator {
  return field(() => ({
    required: false,
    read: (sent) => sent,
    check: (value) => (value === undefined ? [] : [{ code: 'person.immutable', message: 'What is about one person stays with them. A note about somebody else can be moved' }]),
    schema: { not: {} },
  }));
}
