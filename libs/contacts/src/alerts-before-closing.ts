import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CloseQuestion, CloseQuestions, REFUSALS, type Case, type CloseReason } from '@app/cases';
import { currentContext } from '@app/kernel';
import { ContactsQueries } from './contacts.queries';

const RISKS = ['risk_to_self', 'risk_to_others', 'safeguarding'];

/** Somebody at risk who says no, or is not found, is not closed by one worker alone (safety.md §6). Of alerts that the closer may see. */
@Injectable()
export class AlertsBeforeClosing extends CloseQuestion implements OnModuleInit {
  constructor(
    private readonly questions: CloseQuestions,
    private readonly queries: ContactsQueries,
  ) {
    super();
  }

  onModuleInit(): void {
    this.questions.register(this);
  }

  async objection({ personId }: Case, because: CloseReason): Promise<string | null> {
    if (!REFUSALS.includes(because) || currentContext().actor.roles.includes('team_manager')) return null;
    const atRisk = (await this.queries.alerts(personId)).some(({ kind }) => RISKS.includes(kind));
    return atRisk ? 'An alert about safety is open. Ask your team manager to speak with everybody round the person and to close the case' : null;
  }
}
