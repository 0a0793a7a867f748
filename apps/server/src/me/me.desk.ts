import { Injectable } from '@nestjs/common';
import { CarePlansQueries, type PlanVersion } from '@app/care-plans';
import type { Joining } from '@app/care-teams';
import type { Correction } from '@app/corrections';
import { Invalid, NotFound } from '@app/kernel';
import { MyPageQueries, type MyPage, type MyPerson, type TimelineMark } from '@app/overviews';
import { fullName } from '@app/persons';
import type { Review } from '@app/reviews';
import type { Agreed, TalkRequest } from '@app/sharing';
import { AccessLogDesk, type AccessLogModel } from '../access-log/access-log.desk';
import { circleItem, joiningItem, type CircleItem, type JoiningItem } from '../care-teams/circle-item';
import { planAnswer, type PlanAnswer } from '../care-plans/plan-item';
import { correctionItem, type CorrectionItem } from '../corrections/correction-item';
import { Cursors } from '../http';
import { reviewItem, type ReviewItem } from '../reviews/review-item';
import { agreedItem, type AgreedItem } from '../sharing/sharing-item';
import { itemOf, type TimelineItem } from '../timeline/timeline.list';
import { OwnWord } from './own-word';
import type { ReadMyLog, ReadMyPage } from './me.commands';
import { weekOf, type MyWeek } from './week';

export interface MyPageModel extends MyPage {
  /** where the timeline goes on */
  readonly next: string | null;
  /** what the person themselves agreed; a carer is not shown it */
  readonly agreed: Agreed['last'];
  /** that the person asked to talk about it, and nobody has since; a carer is not shown it */
  readonly talkAsked: TalkRequest | null;
  /** about whom the person was asked and has not answered; a carer is not shown it */
  readonly joining: readonly Joining[];
  /** what the person says is wrong; a carer is not shown it */
  readonly corrections: readonly Correction[];
  /** to which the person is asked, and what was decided; a carer is not shown it */
  readonly reviews: readonly Review[];
  /** the draft of the plan that they may read; not in force */
  readonly proposed: PlanVersion | null;
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
  /** a draft of the plan, at `care-plan/proposal`; not in force */
  readonly proposal: { readonly id: string; readonly state: string } | null;
  /** who comes on which day */
  readonly week: MyWeek;
  /** what one agreed oneself, without what one said no to; null for a carer, and before anybody asked */
  readonly agreed: AgreedItem | null;
  /** when one asked to talk about who may see what, while nobody has */
  readonly talkAskedAt: Date | null;
  /** what one says is wrong, and what became of it; none for a carer */
  readonly corrections: readonly CorrectionItem[];
  /** who would like to join, and waits for one's own yes; none for a carer */
  readonly joining: readonly JoiningItem[];
  /** to which one is asked, and what was decided; none for a carer */
  readonly reviews: readonly ReviewItem[];
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
    private readonly own: OwnWord,
    private readonly plans: CarePlansQueries,
  ) {}

  people(): Promise<MyPerson[]> {
    return this.pages.people();
  }

  async page({ person, limit, cursor }: ReadMyPage): Promise<MyPageModel> {
    const page = await this.pages.page(person ?? null, new Date(), limit + 1, cursor ? this.cursors.open<TimelineMark>(cursor) : null);
    const last = page.timeline.length > limit ? page.timeline[limit - 1] : undefined;
    const next = last ? this.cursors.seal([last.at.toISOString(), last.id] satisfies TimelineMark) : null;
    const own = page.as === 'own' ? await this.own.of(page.person.personId) : { agreed: null, talkAsked: null, joining: [], corrections: [], reviews: [] };
    return { ...page, timeline: page.timeline.slice(0, limit), next, ...own, proposed: await this.plans.proposed(page.person.personId), choices: await this.pages.choices() };
  }

  /** @throws Invalid `required` where it is not clear who is meant */
  async item(query: ReadMyPage): Promise<MyPageItem> {
    if (await this.choice(query)) throw Invalid.field('/person', 'required', 'Choose whose page: /api/me/people says from whom');
    const { person, as, keyWorker, ringNow, team, plan, doing, timeline, next, agreed, talkAsked, joining, corrections, reviews, proposed } = await this.page(query);
    return {
      personId: person.personId, name: fullName(person), as,
      keyWorker: keyWorker && { name: keyWorker.name, jobTitle: keyWorker.jobTitle, organisation: keyWorker.organisation, phone: keyWorker.phone },
      ringNow: { name: ringNow.name, phone: ringNow.phone },
      team: team.map(circleItem),
      plan: planAnswer(plan),
      proposal: proposed && { id: proposed.id, state: proposed.state },
      week: weekOf(doing, team),
      agreed: agreed && agreedItem(agreed),
      talkAskedAt: talkAsked?.createdAt ?? null,
      corrections: corrections.map(correctionItem),
      joining: joining.map(joiningItem),
      reviews: reviews.map(reviewItem),
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
