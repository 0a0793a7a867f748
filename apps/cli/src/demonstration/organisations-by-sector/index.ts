export { health } from './health';
export { housing } from './councils-and-housing';
export { voluntaryAndCare } from './voluntary-and-care';
