import { Injectable } from '@nestjs/common';
import { ProposalsQueries, type ProposedPlan } from '@app/care-plans';
import { NotFound } from '@app/kernel';
import { MyPageQueries, type MyPerson } from '@app/overviews';

/** A draft of the plan as whom it is about reads it, or a family carer as far as they agreed. */
export interface MyDraftModel {
  readonly person: MyPerson;
  readonly proposal: ProposedPlan;
}

@Injectable()
export class OwnDraftDesk {
  constructor(
    private readonly pages: MyPageQueries,
    private readonly proposals: ProposalsQueries,
  ) {}

  /** @throws NotFound for everybody else, and where there is no such draft for them */
  async page(personId: string): Promise<MyDraftModel> {
    const person = (await this.pages.people()).find((one) => one.personId === personId);
    const proposal = person ? await this.proposals.find(personId) : null;
    if (!person || !proposal) throw new NotFound('PlanVersion', undefined, personId);
    return { person, proposal };
  }
}
