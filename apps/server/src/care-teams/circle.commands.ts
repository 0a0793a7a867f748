import { Id, OneOf, Search } from '@app/kernel';
import { PRESETS, type Preset } from './presets';

/** Where one is on the way to adding somebody: looking for an organisation, or saying what it does. */
export class ChooseHelper {
  @Search() search?: string | null;
  @Id({ label: 'organisation' }) organisation?: string | null;
  @Id({ label: 'the proposal' }) proposed?: string | null;
  @OneOf(PRESETS, { label: 'what they usually need' }) preset?: Preset | null;
}
