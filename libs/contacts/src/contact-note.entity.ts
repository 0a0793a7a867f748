import { Check, Column, ForeignKey, Index } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';

export const NOTE_KINDS = ['visit', 'phone', 'video', 'message', 'meeting', 'letter'] as const;
export const NOTE_ABOUT = ['person', 'relative', 'attempt'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number] | 'encounter' | 'referral';
export type NoteAbout = (typeof NOTE_ABOUT)[number];

/** What happened: with the person themselves, with a relative, or an attempt that reached nobody. Never overwritten: a correction is a new entry. */
@ItemTable('contact_note')
@ForeignKey('contact_note', ['personId', 'correctsId'], ['personId', 'id'], { name: 'contact_note_corrects_fkey' })
@Index('contact_note_happened_idx', { synchronize: false })
@Index('contact_note_owner_idx', { synchronize: false })
@Index('contact_note_source_key', { synchronize: false })
@Check('contact_note_kind_check', 'kind')
@Check('contact_note_about_check', 'about')
@Check('contact_note_state_check', 'state')
export class ContactNote extends PersonItem {
  @Column('text') kind: NoteKind;
  @Column('text') about: NoteAbout;
  @Column('text', { nullable: true }) aboutName: string | null;
  @Column('timestamptz') happenedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text') text: string;
  @Column('text', { nullable: true }) nextStep: string | null;
  @Column('text', { default: 'recorded' }) state: 'recorded' | 'amended' | 'entered_in_error';
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('timestamptz', { nullable: true }) movedOriginalAt: Date | null;
  @Column('text', { nullable: true }) authorName: string | null;
  @Column('text', { nullable: true }) sourceReference: string | null;

  /** Did the person themselves take part? Attempts and calls with relatives move no clock. */
  get isConversation(): boolean {
    return this.about === 'person' && !['letter', 'encounter', 'referral'].includes(this.kind);
  }
}
