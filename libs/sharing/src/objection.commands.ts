import { Id, LocalDate, OneOf, Reason, Text } from '@app/kernel';
import { EXCEPTIONS, type Exception } from './exceptions';
import { OBJECTION_OUTCOMES, type ObjectionOutcome } from './objection.entity';

/** What the person does not want, as they said it. */
export class MakeObjection {
  @Id({ required: true, label: 'the organisation' }) organisationId: string;
  @OneOf(EXCEPTIONS, { required: true, label: 'what they may not see' }) level: Exception;
  @Reason({ label: 'what they said' }) said: string;
}

/** What the person was told would follow from it. */
export class ExplainObjection {
  @Reason({ label: 'what you explained' }) explained: string;
}

/** What a senior professional decided with the Caldicott guardian. */
export class DecideObjection {
  @OneOf(OBJECTION_OUTCOMES, { required: true, label: 'what was decided' }) outcome: ObjectionOutcome;
  /** what they may not see from now on, where it is upheld in part */
  @OneOf(EXCEPTIONS, { label: 'what they may not see' }) level?: Exception | null;
  @Reason({ label: 'the reasons' }) reasons: string;
  @Text({ max: 200, required: true, label: 'who decided' }) decidedBy: string;
  @Text({ max: 200, required: true, label: 'the Caldicott guardian' }) guardian: string;
  @LocalDate({ past: false, label: 'the day to look again' }) reviewOn?: string | null;
}

/** The person takes it back. */
export class WithdrawObjection {
  @Reason({ label: 'what they said' }) reason: string;
}
