import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, Invalid, localDay, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { ChangeAboutMe, SayAboutMe, TellAboutMe } from './about-me.commands';
import { AboutMe, TOLD_BY } from './items.entity';
import { PersonsQueries } from './persons.queries';

/** What a person tells of themselves: told once, said anew in their own words, asked about after a year, and never overwritten. */
@Injectable()
export class AboutMeEntries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly queries: PersonsQueries,
  ) {}

  /** Everything that the caller may read of it, the oldest first: also what stood before, and what was suggested. Audited. */
  all(personId: string, how: 'read' | 'print' = 'read'): Promise<AboutMe[]> {
    return this.transactions.run(async () => {
      const told = await this.queries.toldAboutMe(personId);
      this.records.audit({ action: how, subject: 'AboutMe', personId, subjectIds: told.map(({ id }) => id) });
      return told;
    });
  }

  /** Does the caller write down what people tell? Whoever only reads is offered no form. */
  mayTell(): boolean {
    return this.records.ability().rulesFor('create', AboutMe).some((rule) => !rule.inverted);
  }

  /** One entry that stands, or waits for the person's answer. Audited. @throws NotFound, also for one that has ended */
  async standing(personId: string, id: string): Promise<AboutMe> {
    const entry = await this.records.get(AboutMe, personId, id);
    if (entry.state === 'ended') throw new NotFound('AboutMe', id, personId);
    return entry;
  }

  /** Writes down what somebody told, in the circle's sight and the person's. @throws NotFound, Forbidden */
  tell(personId: string, command: TellAboutMe): Promise<AboutMe> {
    return this.records.create(AboutMe, {
      personId, heading: command.heading, text: command.text, voice: command.voice, language: null, lastConfirmedOn: command.lastConfirmedOn ?? localDay(new Date()),
      category: 'about_me', audience: 'circle', visibleToPerson: true, ...this.written(),
    });
  }

  /**
   * By whoever helps, at somebody's word: it is still true, it is said otherwise now, or it shall not stand any more. For what the person wrote themselves other words
   * are suggested, and wait for them.
   * @throws NotFound, Forbidden, Invalid; Conflict `aboutMe.ended`, `aboutMe.own`, `aboutMe.voice`, `aboutMe.discreet`
   */
  change(personId: string, id: string, { act, text, voice, toldAgain }: ChangeAboutMe): Promise<AboutMe> {
    return this.transactions.run(async () => {
      const entry = await this.taken(personId, id);
      await this.records.mayCreate(AboutMe, personId);
      const { actor } = currentContext();
      if (entry.state === 'suggested' ? entry.createdBy !== actor.userId || act !== 'taken_away' : entry.own && act === 'taken_away') throw new Conflict('aboutMe.own', 'They wrote this themselves: only they take it away, on their own page');
      if (act === 'taken_away') return this.end(entry);
      if (act === 'still_true') return this.confirm(entry, toldAgain ?? false);
      return this.put(entry, { text: required(text), voice: voice ?? entry.voice });
    });
  }

  private async put(entry: AboutMe, { text, voice }: Pick<AboutMe, 'text' | 'voice'>): Promise<AboutMe> {
    const { personId, heading, category, audience, namedOrganisations, ownerOrganisationId, visibleToPerson, sealedTo } = entry;
    const state = entry.own ? 'suggested' : 'said';
    if (state === 'said' && TOLD_BY.indexOf(voice) > TOLD_BY.indexOf(entry.voice)) throw new Conflict('aboutMe.voice', 'What they or their carer said gives way to nobody else’s words. Add yours beside it, under the same heading');
    if (!sealedTo && (await this.records.knownOnlyTo(personId))) throw new Conflict('aboutMe.discreet', 'Not everybody may know that you help, and everybody here reads this. Add your own words instead: they are for those who know');
    return this.records.create(AboutMe, {
      personId, heading, text, voice, language: null, lastConfirmedOn: localDay(new Date()), category, audience, visibleToPerson, sealedTo,
      namedOrganisations: audience === 'named' ? [...new Set([...namedOrganisations, ownerOrganisationId])] : [], state, answersId: entry.id, ...this.written(),
    });
  }

  /** The person's own words on their own page. The key worker is told. @throws NotFound for everybody else */
  say(personId: string, { heading, text }: SayAboutMe): Promise<AboutMe> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      return this.said(personId, heading, text, null);
    });
  }

  /**
   * The person about what stands: it is still true, they say it otherwise, or it shall not stand. Of a suggestion: they say it so, or it is let go, and whoever made it is told.
   * @throws NotFound for everybody else; Invalid; Conflict `aboutMe.ended`, `aboutMe.notYours`
   */
  sayAnew(personId: string, id: string, { act, text, toldAgain }: ChangeAboutMe): Promise<AboutMe> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      const entry = await this.taken(personId, id);
      const suggested = entry.state === 'suggested';
      if (suggested && act === 'still_true') throw Invalid.field('/act', 'choice', 'Choose whether you say it so');
      if (!suggested && entry.voice !== 'self' && act !== 'still_true') throw new Conflict('aboutMe.notYours', 'Somebody else said this. Add how you see it, under the same heading');
      if (act === 'still_true') return this.confirm(entry, toldAgain ?? false);
      const done = act === 'taken_away' ? await this.end(entry) : await this.said(personId, entry.heading, required(text), id);
      if (suggested) this.records.news('about-me.answered', entry, { users: [entry.createdBy] });
      return done;
    });
  }

  private async said(personId: string, heading: string, text: string, entry: string | null): Promise<AboutMe> {
    const said = await this.by('create', personId, 'select say_about_me($1, $2, $3, $4) as id', [heading, text, entry]);
    this.records.news('about-me.said', said, { keyWorker: true });
    return said;
  }

  private confirm({ personId, id }: AboutMe, toldAgain: boolean): Promise<AboutMe> {
    return this.by('change', personId, 'select confirm_about_me($1, $2, $3) as id', [id, toldAgain]);
  }

  private end({ personId, id }: AboutMe): Promise<AboutMe> {
    return this.by('change', personId, 'select end_about_me($1, $2) as id', [id]);
  }

  private async by(action: 'create' | 'change', personId: string, call: string, values: readonly unknown[]): Promise<AboutMe> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ id: string }>(call, [personId, ...values]);
    const id = row?.id ?? '';
    this.records.audit({ action, subject: 'AboutMe', personId, subjectIds: [id] });
    this.transactions.tellChange({ personId, subject: 'AboutMe', subjectId: id });
    return this.records.get(AboutMe, personId, id);
  }

  /** The entry, by one writer after the other. @throws NotFound; Conflict `aboutMe.ended` */
  private async taken(personId: string, id: string): Promise<AboutMe> {
    await this.queries.oneAfterTheOther(personId);
    const entry = await this.records.get(AboutMe, personId, id);
    if (entry.state === 'ended') throw new Conflict('aboutMe.ended', 'This was said anew or taken away meanwhile. Read what stands now; what you typed is kept here');
    return entry;
  }

  private written(): Pick<AboutMe, 'own' | 'writtenByName' | 'confirmedByName' | 'toldAgain' | 'endedAt' | 'endedBecause'> {
    return { own: false, writtenByName: currentContext().actor.name, confirmedByName: null, toldAgain: 0, endedAt: null, endedBecause: null };
  }
}

function required(text: string | null | undefined): string {
  if (!text) throw Invalid.field('/text', 'required', 'Enter the words that shall stand instead');
  return text;
}
