import { Id } from '@app/kernel';

/** Of which of one's teams the huddles are shown. */
export class ChooseTeam {
  @Id({ label: 'the team' }) team?: string | null;
}
