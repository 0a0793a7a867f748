import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LeaverQuestion, LeaverQuestions, type Owned } from '@app/identity';
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

  stillOwned(membershipId: string): Promise<Owned[]> {
    return this.queries.ownedAsKeyWorker(membershipId);
  }
}
