import type { Judge, JudgedGoal } from '@app/care-plans';
import { Section, type Html } from '@app/web-kit';
import { judgedWords } from './words';

/** What one side said of a goal, day by day. */
function Said({ side, judged: { judgements, organisations }, title }: { side: Judge; judged: JudgedGoal; title: string }): Html {
  const said = judgements.filter((one) => one.side === side);
  return (
    <Section id={`said-by-${side}`} title={title}>
      {said.length === 0 ? <p>Nothing said yet.</p> : (
        <ol class="os-list" reversed>
          {said.map((one) => <li id={`judgement-${one.id}`}>{judgedWords(one, organisations)}.{one.words ? <blockquote class="os-quote"><p>“{one.words}”</p></blockquote> : null}</li>)}
        </ol>
      )}
    </Section>
  );
}

/** Both sides, each in a list of its own: what the person says is never made one with what the team says. */
export const JudgementLists = ({ judged, person, team }: { judged: JudgedGoal; person: string; team: string }): Html => (
  <>
    <Said side="person" judged={judged} title={person} />
    <Said side="team" judged={judged} title={team} />
  </>
);
