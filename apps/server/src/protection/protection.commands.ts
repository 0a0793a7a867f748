import { Search } from '@app/kernel';

/** Whom one means, by part of the name. */
export class FindSomebody {
  @Search() search?: string | null;
}
