import type { Verbs } from '../../verbs';
import { Progress, type ProgressOutput } from '../progress';
import type { ServicesReading } from '../services/read-services';
import type { Importer } from './importer';
import { Summary } from './summary';

const AT_ONCE = 250;

/** Takes the services of a feed over, in transactions of 250. An organisation that has not joined takes no referrals. */
export async function importServices(verbs: Verbs, { actor }: Importer, reading: ServicesReading, output?: ProgressOutput): Promise<Summary> {
  const summary = new Summary();
  const progress = new Progress('Importing services', reading.services.length, output);
  for (let at = 0; at < reading.services.length; at += AT_ONCE) {
    const chunk = reading.services.slice(at, at + AT_ONCE);
    const done = await verbs.as(actor, () => verbs.feed.take(chunk));
    for (const what of ['created', 'changed', 'leftAlone'] as const) summary.count(what, 'services', done[what].length);
    summary.count('created', 'organisations', done.organisations);
    summary.count('leftAlone', 'services', done.keptByThemselves.length);
    for (const id of done.keptByThemselves) summary.flag(`Service ${id} is run by an organisation that works here and keeps its own entries: ask them`);
    progress.advance(chunk.length);
  }
  progress.finish();
  summary.count('leftOut', 'services', new Set(reading.faults.map(({ where }) => where)).size);
  for (const { where, message } of reading.faults) summary.flag(`${where} was left out: ${message}`);
  return summary;
}
