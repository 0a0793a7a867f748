export { commandClasses, field, fieldsOf, spoken, startCase, type Field, type Problem } from './field';
export { Email, isBlank, LongText, Search, Secret, Text, type TextOptions } from './text';
export { Flag, Id, Ids, ManyOf, OneOf } from './choices';
export { Limit, Sort, WholeNumber } from './numbers';
export { localDay, LocalDate, Moment, ZONE } from './dates';
export { PersonStays } from './person-stays';
export { Reason } from './reason';
export { ListOf, readCommand, readQuery, unreadParameters } from './read-command';
