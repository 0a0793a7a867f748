import { Injectable } from '@nestjs/common';
import { JoiningQuestions, type Joining } from '@app/care-teams';
import { localDay } from '@app/kernel';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { FamilyDesk, type FamilyModel } from '../family/family.desk';
import { stillHelps } from '../person/still-helps';
import { CircleDesk, type CirclePageModel } from './circle.desk';

export interface JoiningPageModel extends CirclePageModel, FamilyModel {
  /** about whom the person was asked by the reader's organisation: they see nothing */
  readonly joining: readonly Joining[];
}

/** Who helps, and about whom the person was asked. */
@Injectable()
export class JoiningDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly circle: CircleDesk,
    private readonly questions: JoiningQuestions,
    private readonly family: FamilyDesk,
  ) {}

  async page(personId: string): Promise<JoiningPageModel> {
    const page = await this.circle.page(personId);
    return { ...page, ...(await this.family.of(personId, localDay(new Date()))), joining: page.identity.windDownUntil ? [] : await this.questions.open(personId) };
  }

  async question(personId: string, id: string): Promise<{ identity: Identity; question: Joining }> {
    return { identity: stillHelps(await this.people.identity(personId, 'Circle')), question: await this.questions.find(personId, id) };
  }
}
