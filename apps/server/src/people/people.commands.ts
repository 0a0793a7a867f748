import { Flag, Limit, Search, Text } from '@app/kernel';
import { RegisterPerson } from '@app/persons';

/** Looks for somebody among the people whom the caller may open. */
export class FindPeople {
  @Search() search?: string | null;
  @Limit(50) limit: number;
  @Text({ max: 2000, label: 'cursor' }) cursor?: string | null;
}

/** The form asks once more when somebody of the same name is here already. */
export class RegisterOnPage extends RegisterPerson {
  @Flag({ label: 'someone else' }) isSomeoneElse?: boolean;
}

/** The name that stands in the form, whatever else is wrong with it. */
export class TypedName {
  @Text({ max: 100 }) given?: string | null;
  @Text({ max: 100 }) family?: string | null;
}
