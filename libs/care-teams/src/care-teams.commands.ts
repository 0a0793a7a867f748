import { Id, LongText, ManyOf, PersonStays, Text } from '@app/kernel';
import { CATEGORIES } from '@app/persons';

/** Adds a helper to the circle: what it does, what it does not do, what it may see. */
export class AddToCircle {
  @Id({ required: true, label: 'organisation' }) organisationId: string;
  @Id({ label: 'team' }) teamId?: string;
  @Id({ label: 'worker' }) membershipId?: string;
  @LongText({ max: 500, required: true, label: 'what they do' }) does: string;
  @LongText({ max: 500, label: 'what they do not do' }) doesNotDo?: string;
  @Text({ max: 200, label: 'days and times' }) daysTimes?: string;
  @ManyOf(CATEGORIES, { required: true, label: 'what they may see' }) categories: string[];
}

/** Ends somebody's help, and with it what they may see. */
export class EndHelp {
  @LongText({ max: 500, required: true, label: 'why it ends' }) reason: string;
  @PersonStays() personId?: string;
}
