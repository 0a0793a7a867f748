import { Column } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';

/** That the person wants to talk about who may see what. It stands open until a conversation has been written down since. */
@ItemTable('talk_request')
export class TalkRequest extends PersonItem {
  @Column('text', { nullable: true }) words: string | null;
  @Column('boolean') spokeAlone: boolean;
  @Column('text', { nullable: true }) present: string | null;
  @Column('text') askedByName: string;
}
