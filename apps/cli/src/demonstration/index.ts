export { generatePeople } from './generated';
export { organisationOf, organisations, teamOf } from './organisations';
export { theTwelve } from './people';
export { membershipOf, staff, staffOf } from './staff';
export type * from './types';
export { aboutMeHeadings, categories } from './types';
