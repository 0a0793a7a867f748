import { Injectable } from '@nestjs/common';
import { JoiningQuestions, type Joining } from '@app/care-teams';
import { Corrections, type Correction } from '@app/corrections';
import { ReviewsQueries, type Review } from '@app/reviews';
import { OwnSharing, SharingConversations, type Agreed, type TalkRequest } from '@app/sharing';

/** What stands on a page for the person alone: what they said about sharing, and what they are asked. */
@Injectable()
export class OwnWord {
  constructor(
    private readonly conversations: SharingConversations,
    private readonly sharing: OwnSharing,
    private readonly questions: JoiningQuestions,
    private readonly corrections: Corrections,
    private readonly reviews: ReviewsQueries,
  ) {}

  async of(personId: string): Promise<{ agreed: Agreed['last']; talkAsked: TalkRequest | null; joining: Joining[]; corrections: Correction[]; reviews: Review[] }> {
    return { agreed: await this.conversations.last(personId), talkAsked: await this.sharing.talkAsked(personId), joining: await this.questions.open(personId), corrections: await this.corrections.of(personId), reviews: await this.reviews.ofPerson(personId) };
  }
}
