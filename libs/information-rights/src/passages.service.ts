import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { sentencesOf } from './sentences';
import type { AccessPart, HeldThing } from './subject-access';
import type { HideWords, ShowWords } from './subject-access.commands';
import { SubjectAccess, seenOf } from './subject-access.service';

const SUBJECT = 'SubjectAccess';
/** One letter would be found in half of the words. */
const FEWEST = 2;
const MOST = 50;

/** Words inside an item are hidden in the copy that the person gets, and nowhere else; for as long as it is not released. */
@Injectable()
export class Passages {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly access: SubjectAccess,
  ) {}

  /** One item that is looked through. @throws NotFound, also once it is released */
  thing(part: string, item: string): Promise<{ part: AccessPart; thing: HeldThing }> {
    return this.transactions.run(async () => {
      const asked = await this.access.part(part);
      const thing = (await this.access.things(part)).find(({ id }) => id === item);
      if (!thing) throw new NotFound(SUBJECT, item, asked.personId);
      return { part: asked, thing };
    });
  }

  /** @throws NotFound; Invalid without words or a reason, or with words that do not stand there; Conflict `subjectAccess.changed` where it is not what was read */
  hide(part: string, item: string, { sentences, words, reason, testedBy, seen }: HideWords): Promise<void> {
    return this.transactions.run(async () => {
      const { part: asked, thing } = await this.thing(part, item);
      const tester = reason === 'serious_harm' ? testedBy ?? null : null;
      if (reason === 'serious_harm' && !tester) throw Invalid.field('/testedBy', 'required', 'Enter the health professional who tested that it would do serious harm');
      if (seenOf([thing]) !== seen) throw changed();
      const chosen = chosenOf(thing, sentences ?? [], words ?? '');
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ absent: string[] | null }>('select hide_in_subject_access($1, $2, $3, $4, $5, $6) as absent', [part, item, thing.version, chosen, reason, tester]);
      if (!row?.absent) throw changed();
      if (row.absent.length > 0) throw Invalid.field('/words', 'words.absent', `“${row.absent[0] ?? ''}” does not stand in this item. Enter it as it stands there, within one line`);
      // Never what was hidden: who looked is read by more people than this.
      this.records.audit({ action: 'decide', subject: SUBJECT, personId: asked.personId, subjectIds: [part], detail: { what: 'hide', reason, passages: chosen.length } });
    });
  }

  /** @throws NotFound; Conflict `subjectAccess.changed` where it was shown or released meanwhile */
  show(part: string, item: string, { passage }: ShowWords): Promise<void> {
    return this.transactions.run(async () => {
      const { part: asked } = await this.thing(part, item);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ done: boolean }>('select show_in_subject_access($1, $2, $3) as done', [part, item, passage]);
      if (!row?.done) throw new Conflict('subjectAccess.changed', 'This was shown already. Look at it again');
      this.records.audit({ action: 'decide', subject: SUBJECT, personId: asked.personId, subjectIds: [part], detail: { what: 'show' } });
    });
  }
}

const changed = (): Conflict => new Conflict('subjectAccess.changed', 'This item was changed meanwhile. Look at it again');

/** What was ticked and what was typed, each once. @throws Invalid */
function chosenOf(thing: HeldThing, ticked: readonly string[], typed: string): string[] {
  const all = sentencesOf(thing.body);
  const lines = typed.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const chosen = [...new Set([...ticked.flatMap((one) => all[Number(one.slice(1))] ?? []), ...lines])];
  if (chosen.length === 0) throw Invalid.field('/words', 'required', 'Tick a sentence, or enter the words to hide');
  if (chosen.length > MOST) throw Invalid.field('/words', 'tooLong', `Hide ${MOST} passages at a time, or fewer`);
  if (chosen.some((one) => [...one].length < FEWEST)) throw Invalid.field('/words', 'tooShort', 'Enter at least two letters: one would be found in half of the words');
  return chosen;
}
