import { OneOf, Text } from '@app/kernel';

/** Nobody of the organisation opens anything from their next request. */
export class SuspendAgreement {
  @Text({ required: true, max: 500, label: 'why' }) because: string;
  /** that whoever does it has read what nobody would do then */
  @OneOf(['yes'] as const, { required: true, label: 'whether you have read what this means' }) confirmed: 'yes';
}

/** It opens again what the decisions about each person still allow. */
export class ResumeAgreement {
  @Text({ required: true, max: 500, label: 'why it goes on' }) because: string;
}
