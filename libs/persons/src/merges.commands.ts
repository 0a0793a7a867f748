import { OneOf, Text } from '@app/kernel';

/** Two records are of the same person: which of them goes on. */
export class ProposeMerge {
  @OneOf(['this', 'other'], { required: true, label: 'which record goes on' }) keep: 'this' | 'other';
  @Text({ required: true, max: 300, label: 'how you know that it is the same person' }) because: string;
}

export class DecideMerge {
  @OneOf(['confirm', 'decline'], { required: true, label: 'whether it is the same person' }) decision: 'confirm' | 'decline';
  @Text({ required: true, max: 300, label: 'how you know' }) because: string;
}

export class UndoMerge {
  @Text({ required: true, max: 300, label: 'why they are two people, or two records, after all' }) because: string;
}
