import { Ids, Search } from '@app/kernel';

/** Which organisations besides the circle the person wants to keep something from. */
export class ChooseOrganisations {
  @Search() search?: string | null;
  @Ids({ label: 'the organisations' }) organisation?: string[];
}
