import type { ImportedDate, ImportedParty } from './imported';

/** What every line of care that was read has. */
interface ImportedLine {
  readonly sourceId: string;
  /** null when the person is not among what was read; the reference is then in `dangling` */
  readonly personSourceId: string | null;
  readonly file: string;
  /** why it goes no further, in words: `was entered in error` */
  readonly leftOut: string | null;
}

/** A Condition. */
export interface ImportedNeed extends ImportedLine {
  readonly text: string;
  readonly state: 'open' | 'resolved';
  readonly since: ImportedDate | null;
}

/** An activity of a CarePlan. */
export interface ImportedAction {
  readonly sourceId: string;
  readonly what: string;
  readonly doneByPerson: boolean;
  readonly dueOn: string | null;
  readonly daysTimes: string | null;
  readonly state: 'open' | 'in_progress' | 'blocked' | 'done' | 'cancelled';
  readonly stateReason: string | null;
}

/** A Goal, or a CarePlan that names none, under its own title. */
export interface ImportedGoal extends ImportedLine {
  readonly text: string;
  readonly why: string | null;
  /** words of the person themselves, or of somebody about them */
  readonly voice: 'self' | 'professional';
  readonly targetOn: string | null;
  readonly state: 'proposed' | 'active' | 'on_hold' | 'achieved' | 'partly' | 'not_achieved' | 'cancelled';
  readonly actions: ImportedAction[];
}

/** A participant of a CareTeam: proposed for the circle, never more. */
export interface ImportedProposal extends ImportedLine {
  readonly name: string | null;
  readonly role: string | null;
  readonly organisation: ImportedParty | null;
}

/** A ServiceRequest: what was asked elsewhere. It is history: an import sends nothing. */
export interface ImportedRequest extends ImportedLine {
  readonly text: string;
  readonly at: Date | null;
  readonly requester: string | null;
}

/** A Flag: somebody has to look at it before it is an alert. */
export interface ImportedFlag extends ImportedLine {
  readonly text: string;
}

/** The care of the people who were read. */
export interface CareReading {
  readonly needs: ImportedNeed[];
  readonly goals: ImportedGoal[];
  readonly proposals: ImportedProposal[];
  readonly requests: ImportedRequest[];
  readonly flags: ImportedFlag[];
}
