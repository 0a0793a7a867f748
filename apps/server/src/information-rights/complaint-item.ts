import type { Complaint, MyComplaint } from '@app/information-rights';

/** A complaint about what became of somebody's information, as JSON has it for the lead. */
export interface ComplaintItem {
  readonly id: string;
  readonly version: number;
  readonly person: { readonly id: string; readonly name: string; readonly birthDate: string | null };
  readonly madeOn: string;
  readonly how: string;
  readonly words: string;
  readonly about: string | null;
  readonly spokeAlone: boolean;
  readonly present: string | null;
  readonly recordedBy: string;
  readonly state: string;
  readonly acknowledgeBy: string;
  readonly acknowledged: { readonly on: string; readonly by: string } | null;
  readonly answered: { readonly on: string; readonly by: string; readonly answer: string } | null;
}

export const complaintItem = ({ id, version, personId, name, birthDate, madeOn, how, words, about, spokeAlone, present, recordedBy, state, acknowledgeBy, acknowledgedOn, acknowledgedBy, answer, answeredOn, answeredBy }: Complaint): ComplaintItem => ({
  id, version, person: { id: personId, name, birthDate }, madeOn, how, words, about, spokeAlone, present, recordedBy, state, acknowledgeBy,
  acknowledged: acknowledgedOn && acknowledgedBy ? { on: acknowledgedOn, by: acknowledgedBy } : null, answered: answer && answeredOn && answeredBy ? { on: answeredOn, by: answeredBy, answer } : null,
});

/** The same to the person. */
export const myComplaintItem = (complaint: MyComplaint): MyComplaint => ({ ...complaint });
