import { Injectable } from '@nestjs/common';
import { currentContext, localDay } from '@app/kernel';
import { MyPageQueries, PersonPageQueries, type Identity } from '@app/overviews';
import { AboutMeEntries, PersonsService, type AboutMe, type Person } from '@app/persons';
import { aboutMeAnswer, type AboutMeAnswer } from './about-me-item';
import { stillHelps } from './still-helps';

/** What a person tells of themselves, on the pages of those who help and on their own. */
@Injectable()
export class AboutMeDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly persons: PersonsService,
    private readonly pages: MyPageQueries,
    private readonly entries: AboutMeEntries,
  ) {}

  /** @throws NotFound */
  async page(personId: string, how: 'read' | 'print' = 'read'): Promise<{ identity: Identity; all: AboutMe[]; mayTell: boolean; userId: string }> {
    const identity = await this.people.identity(personId);
    return { identity, all: await this.entries.all(personId, how), mayTell: identity.windDownUntil === null && this.entries.mayTell(), userId: currentContext().actor.userId };
  }

  /** @throws NotFound, also for what no longer stands; Forbidden where the caller's help has ended */
  async entry(personId: string, id: string): Promise<{ identity: Identity; entry: AboutMe; mayTell: boolean }> {
    return { identity: stillHelps(await this.people.identity(personId)), entry: await this.entries.standing(personId, id), mayTell: this.entries.mayTell() };
  }

  /** @throws NotFound for everybody but the person */
  async mine(personId: string, how: 'read' | 'print' = 'read'): Promise<{ person: Person; all: AboutMe[] }> {
    return { person: await this.pages.themself(personId), all: await this.entries.all(personId, how) };
  }

  /** @throws NotFound for everybody but the person */
  async myEntry(personId: string, id: string): Promise<{ person: Person; entry: AboutMe }> {
    return { person: await this.pages.themself(personId), entry: await this.entries.standing(personId, id) };
  }

  /** @throws NotFound */
  async answer(personId: string): Promise<AboutMeAnswer> {
    await this.persons.find(personId);
    return aboutMeAnswer(await this.entries.all(personId), localDay(new Date()));
  }
}
