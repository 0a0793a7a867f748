export const COMPLAINT_OUTCOMES = ['upheld', 'partly_upheld', 'not_upheld'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];
export type ComplaintState = 'made' | 'acknowledged' | ComplaintOutcome;

/** What somebody complains of: what became of their information. For the lead of the organisation complained about. */
export interface Complaint {
  id: string;
  personId: string;
  name: string;
  birthDate: string | null;
  madeOn: string;
  how: string;
  words: string;
  /** of whom; never read by them */
  about: string | null;
  spokeAlone: boolean;
  present: string | null;
  recordedBy: string;
  state: ComplaintState;
  /** thirty days after it was made */
  acknowledgeBy: string;
  acknowledgedOn: string | null;
  acknowledgedBy: string | null;
  answer: string | null;
  answeredOn: string | null;
  answeredBy: string | null;
  version: number;
}

/** The same to the person. */
export interface MyComplaint {
  id: string;
  organisation: string;
  madeOn: string;
  words: string;
  state: ComplaintState;
  acknowledgeBy: string;
  acknowledgedOn: string | null;
  answer: string | null;
  answeredOn: string | null;
}

/** About whom somebody can complain. */
export interface ComplaintOrganisation {
  id: string;
  name: string;
}
