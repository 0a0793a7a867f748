import type { RegisterEntry } from '@app/organisations';
import type { Verbs } from '../../verbs';
import type { OdsPractice, OdsReading } from '../ods';
import { Progress, type ProgressOutput } from '../progress';
import type { Importer } from './importer';
import { Summary } from './summary';

const STATES = { active: 'prospective', proposed: 'prospective', dormant: 'dormant', closed: 'left' } as const;
const AT_ONCE = 250;

const entryOf = ({ status, commissionerCode: _commissioner, ...practice }: OdsPractice): RegisterEntry => ({ ...practice, flags: [...practice.flags], state: STATES[status] });

/** Takes the practices of a register over, in transactions of 250. A practice that has not joined cannot be shared with. */
export async function importOrganisations(verbs: Verbs, { actor }: Importer, reading: OdsReading, output?: ProgressOutput): Promise<Summary> {
  const summary = new Summary();
  const progress = new Progress('Importing organisations', reading.practices.length, output);
  for (let at = 0; at < reading.practices.length; at += AT_ONCE) {
    const chunk = reading.practices.slice(at, at + AT_ONCE);
    const done = await verbs.as(actor, () => verbs.organisations.publish(chunk.map(entryOf)));
    for (const what of ['created', 'changed', 'leftAlone'] as const) summary.count(what, 'organisations', done[what].length);
    summary.count('leftAlone', 'organisations', done.joinedAndClosed.length);
    for (const code of done.joinedAndClosed) summary.flag(`${code} works here and is closed or dormant in the register: decide with them`);
    progress.advance(chunk.length);
  }
  progress.finish();
  for (const { code, name, flags } of reading.practices) if (flags.includes('no-postcode')) summary.flag(`${code} ${name}: no postcode`);
  for (const { line, message } of reading.faults) summary.flag(`Line ${line} was left out: ${message}`);
  return summary;
}
