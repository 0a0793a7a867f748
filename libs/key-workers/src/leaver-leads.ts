import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LeaverQuestion, LeaverQuestions } from '@app/identity';
import { CourseQueries } from './course.queries';

/** Nobody leaves while they lead an open case: their manager hands it over first (domain.md I15). */
@Injectable()
export class LeaverLeads extends LeaverQuestion implements OnModuleInit {
  constructor(
    private readonly leavers: LeaverQuestions,
    private readonly queries: CourseQueries,
  ) {
    super();
  }

  onModuleInit(): void {
    this.leavers.register(this);
  }

  async stillOwned(membershipId: string): Promise<string | null> {
    return (await this.queries.leadsSomebody(membershipId)) ? 'is still a key worker. Ask their team manager to hand over everybody whom they lead, then end the access' : null;
  }
}
