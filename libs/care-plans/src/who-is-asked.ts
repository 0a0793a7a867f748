import { currentContext } from '@app/kernel';
import type { Transactions } from '@app/records';

/** Doors through which the plan is read, and by which nobody is asked about the next one: broken open, of old records, closing. */
const NOT_ASKED = ['break_glass', 'records', 'wind_down'];

/** Is the caller one of those who are asked about a draft: do they help now, or is it their own plan, or are they let in as a family carer? */
export async function isAsked(transactions: Transactions, personId: string): Promise<boolean> {
  const { userId, organisationId } = currentContext().actor;
  return (await transactions.accessTo(personId)).some((door) => !NOT_ASKED.includes(door.basis) && !door.excluded.includes(userId) && (door.organisationId === null || door.organisationId === organisationId));
}
