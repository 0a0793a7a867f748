import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { DecideObjection, ExplainObjection, MakeObjection, Objections, WithdrawObjection } from '@app/sharing';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { ChooseOrganisations } from './sharing.commands';
import { ObjectionDesk } from './objection.desk';
import { NewObjectionPage } from './views/new-objection';
import { ObjectionPage } from './views/objection';

const today = (): string => localDay(new Date());
const AT = 'people/:person/sharing/objections';
const at = (person: string, id: string): string => `/people/${person}/sharing/objections/${id}`;

@Controller(AT) @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ObjectionsPages {
  constructor(
    private readonly desk: ObjectionDesk,
    private readonly objections: Objections,
  ) {}

  @Get('new')
  async newPage(@IdIn('person') person: string, @Query() query: ChooseOrganisations, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return NewObjectionPage({ ctx, form, today: today(), ...(await this.desk.form(person, query, form)) });
  }

  @Post('new') @FormOf(`/${AT}/new`)
  async make(@IdIn('person') person: string, @Body() command: MakeObjection): Promise<SeeOther> {
    const { id } = await this.objections.make(person, command);
    return seeOther(at(person, id), 'It is written down and holds from now on. Explain what follows from it');
  }

  @Get(':objection')
  async page(@IdIn('person') person: string, @IdIn('objection') id: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ObjectionPage({ ctx, form, today: today(), ...(await this.desk.page(person, id)) });
  }

  @Post(':objection/explanation') @FormOf(`/${AT}/:objection`)
  async explain(@IdIn('person') person: string, @IdIn('objection') id: string, @IfMatch() version: number, @Body() command: ExplainObjection): Promise<SeeOther> {
    await this.objections.explain(person, id, version, command);
    return seeOther(at(person, id), 'What you explained is written down');
  }

  @Post(':objection/decision') @FormOf(`/${AT}/:objection`)
  async decide(@IdIn('person') person: string, @IdIn('objection') id: string, @IfMatch() version: number, @Body() command: DecideObjection): Promise<SeeOther> {
    await this.objections.decide(person, id, version, command);
    return seeOther(at(person, id), 'The decision is written down and holds from now on. Tell the person, and why');
  }

  @Post(':objection/withdrawal') @FormOf(`/${AT}/:objection`)
  async withdraw(@IdIn('person') person: string, @IdIn('objection') id: string, @IfMatch() version: number, @Body() command: WithdrawObjection): Promise<SeeOther> {
    await this.objections.withdraw(person, id, version, command);
    return seeOther(at(person, id), 'It is taken back and holds no longer');
  }
}
