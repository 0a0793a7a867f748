import { Injectable } from '@nestjs/common';
import { Invalid, NotFound } from '@app/kernel';
import { MyPageQueries, type MyPage, type MyPerson, type TimelineMark } from '@app/overviews';
import { fullName } from '@app/persons';
import { SharingConversations, type Agreed } from '@app/sharing';
import { AccessLogDesk, type AccessLogModel } from '../access-log/access-log.desk';
import { circleItem, type CircleItem } from '../care-teams/circle-item';
import { planAnswer, type PlanAnswer } from '../care-plans/plan-item';
import { Cursors } from '../http';
import { agreedItem, type AgreedItem } from '../sharing/sharing-item';
import { itemOf, type TimelineItem } from '../timeline/timeline.list';
import type { ReadMyLog, ReadMyPage } from './me.commands';

export interface MyPageModel extends MyPage {
  /** where the timeline goes on */
  readonly next: string | null;
  /** what the person themselves agreed; a carer is not shown it */
  readonly agreed: Agreed['last'];
  /** how many people the caller may choose from */
  readonly choices: number;
}

/** A person's or a family carer's own page as JSON has it. */
export interface MyPageItem {
  readonly personId: string;
  readonly name: string;
  readonly as: 'own' | 'carer';
  readonly keyWorker: { name: string; jobTitle: string; organisation: string; phone: string | null } | null;
  readonly ringNow: { name: string; phone: string | null };
  readonly team: readonly CircleItem[];
  readonly plan: PlanAnswer;
  /** what one agreed oneself, without what one said no to; null for a carer, and before anybody asked */
  readonly agreed: AgreedItem | null;
  readonly timeline: { items: readonly TimelineItem[]; next: string | null };
}

export interface MyLogModel extends AccessLogModel {
  readonly person: MyPerson;
}

/** What a person, or a family carer as far as the person agreed, sees of their own record. */
@Injectable()
export class MeDesk {
  constructor(
    private readonly pages: MyPageQueries,
    private readonly log: AccessLogDesk,
    private readonly cursors: Cursors,
    private readonly conversations: SharingConversations,
  ) {}

  people(): Promise<MyPerson[]> {
    return this.pages.people();
  }

  async page({ person, limit, cursor }: ReadMyPage): Promise<MyPageModel> {
    const page = await this.pages.page(person ?? null, new Date(), limit + 1, cursor ? this.cursors.open<TimelineMark>(cursor) : null);
    const last = page.timeline.length > limit ? page.timeline[limit - 1] : undefined;
    const next = last ? this.cursors.seal([last.at.toISOString(), last.id] satisfies TimelineMark) : null;
    const agreed = page.as === 'own' ? await this.conversations.last(page.person.personId) : null;
    return { ...page, timeline: page.timeline.slice(0, limit), next, agreed, choices: await this.pages.choices() };
  }

  /** @throws Invalid `required` where it is not clear who is meant */
  async item(query: ReadMyPage): Promise<MyPageItem> {
    if (await this.choice(query)) throw Invalid.field('/person', 'required', 'Choose whose page: /api/me/people says from whom');
    const { person, as, keyWorker, ringNow, team, plan, timeline, next, agreed } = await this.page(query);
    return {
      personId: person.personId, name: fullName(person), as,
      keyWorker: keyWorker && { name: keyWorker.name, jobTitle: keyWorker.jobTitle, organisation: keyWorker.organisation, phone: keyWorker.phone },
      ringNow: { name: ringNow.name, phone: ringNow.phone },
      team: team.map(circleItem),
      plan: planAnswer(plan),
      agreed: agreed && agreedItem(agreed),
      timeline: { items: timeline.map(itemOf), next },
    };
  }

  /** The people to choose from; null when it is clear who is meant. */
  async choice({ person }: ReadMyPage): Promise<readonly MyPerson[] | null> {
    return !person && (await this.pages.choices()) > 1 ? this.people() : null;
  }

  async accessLog(query: ReadMyLog): Promise<MyLogModel> {
    const people = await this.people();
    const person = query.person ? people.find((one) => one.personId === query.person) : people[0];
    if (!person) throw new NotFound('AccessLog', undefined, query.person ?? undefined);
    return { person, ...(await this.log.page(person.personId, query)) };
  }
}
