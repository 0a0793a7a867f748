import { Body, Controller, Get, Post } from '@nestjs/common';
import { AskForCopy, OwnCopies, type AccessPack } from '@app/information-rights';
import { IdIn, MayCome } from '../http';
import { myCopyItem, type MyCopyItem } from './access-item';

@Controller('api/me/:person/copy') @MayCome('person')
export class OwnCopyApi {
  constructor(private readonly copies: OwnCopies) {}

  /** What one asked for, and how far each organisation is. */
  @Get()
  async mine(@IdIn('person') person: string): Promise<{ items: MyCopyItem[]; next: null }> {
    return { items: (await this.copies.mine(person)).map(myCopyItem), next: null };
  }

  /** Of everybody who holds something about oneself. */
  @Post()
  async ask(@IdIn('person') person: string, @Body() command: AskForCopy): Promise<{ items: MyCopyItem[]; next: null }> {
    return { items: (await this.copies.ask(person, command)).map(myCopyItem), next: null };
  }

  /** What one organisation released. */
  @Get(':copy')
  pack(@IdIn('person') person: string, @IdIn('copy') copy: string): Promise<AccessPack> {
    return this.copies.pack(person, copy);
  }
}
