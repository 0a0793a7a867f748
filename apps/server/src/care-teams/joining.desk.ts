import { Injectable } from '@nestjs/common';
import { JoiningQuestions, type Joining } from '@app/care-teams';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { stillHelps } from '../person/still-helps';
import { CircleDesk, type CirclePageModel } from './circle.desk';

export interface JoiningPageModel extends CirclePageModel {
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
  ) {}

  async page(personId: string): Promise<JoiningPageModel> {
    const page = await this.circle.page(personId);
    return { ...page, joining: page.identity.windDownUntil ? [] : await this.questions.open(personId) };
  }

  async question(personId: string, id: string): Promise<{ identity: Identity; question: Joining }> {
    return { identity: stillHelps(await this.people.identity(personId, 'Circle')), question: await this.questions.find(personId, id) };
  }
}
