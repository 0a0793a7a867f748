import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { DecideObjection, ExplainObjection, MakeObjection, Objections, WithdrawObjection } from '@app/sharing';
import { IdIn, IfMatch, MayCome } from '../http';
import { ObjectionDesk } from './objection.desk';
import { objectionItem, type ObjectionItem } from './objection-item';

@Controller('api/people/:person/sharing/objections') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ObjectionsApi {
  constructor(
    private readonly desk: ObjectionDesk,
    private readonly objections: Objections,
  ) {}

  @Get()
  async list(@IdIn('person') person: string): Promise<{ items: ObjectionItem[]; next: null }> {
    return { items: (await this.desk.list(person)).map(objectionItem), next: null };
  }

  @Post()
  async make(@IdIn('person') person: string, @Body() command: MakeObjection): Promise<ObjectionItem> {
    const { id } = await this.objections.make(person, command);
    return objectionItem(await this.objections.one(person, id));
  }

  @Get(':objection')
  async read(@IdIn('person') person: string, @IdIn('objection') id: string): Promise<ObjectionItem> {
    return objectionItem(await this.objections.one(person, id));
  }

  @Post(':objection/explanation') @HttpCode(200)
  async explain(@IdIn('person') person: string, @IdIn('objection') id: string, @IfMatch() version: number, @Body() command: ExplainObjection): Promise<ObjectionItem> {
    await this.objections.explain(person, id, version, command);
    return objectionItem(await this.objections.one(person, id));
  }

  @Post(':objection/decision') @HttpCode(200)
  async decide(@IdIn('person') person: string, @IdIn('objection') id: string, @IfMatch() version: number, @Body() command: DecideObjection): Promise<ObjectionItem> {
    await this.objections.decide(person, id, version, command);
    return objectionItem(await this.objections.one(person, id));
  }

  @Post(':objection/withdrawal') @HttpCode(200)
  async withdraw(@IdIn('person') person: string, @IdIn('objection') id: string, @IfMatch() version: number, @Body() command: WithdrawObjection): Promise<ObjectionItem> {
    await this.objections.withdraw(person, id, version, command);
    return objectionItem(await this.objections.one(person, id));
  }
}
