import type { DemonstrationNote } from '../types';
import type { Manner } from './helpers';

type Line = Pick<DemonstrationNote, 'kind' | 'about' | 'category'> & { text: (thing: string) => string };

const line = (kind: Line['kind'], category: Line['category'], text: Line['text'], about: Line['about'] = 'person'): Line =>
  ({ kind, category, text, about });

/** What each kind of helper writes; `thing` is what the person lives for. */
export const noteLines: Record<Manner, Line[]> = {
  nurse: [
    line('visit', 'health', (thing) =>
      `Wound smaller, clean edges, dry dressing. Talked about ${thing} throughout, which helps more than I do. Again on Thursday.`),
    line('visit', 'health', () =>
      'Blood pressure 136 over 80, ankles soft, chest clear. Tablets counted: two missed, both on Sunday, slept through.'),
    line('phone', 'health', () =>
      'Felt "a bit chesty". No fever, talking in sentences. Asked to ring back by five if worse; rang at four to say better.'),
    line('visit', 'contacts', () => 'No answer; curtains open, milk taken in. Card through the door, will ring tomorrow at nine.', 'attempt'),
    line('visit', 'health', () => 'Said no to the blood test, nicely. Explained why we ask; still no. I will ask again next month.'),
  ],
  therapist: [
    line('visit', 'social_care', (thing) => `Second rail up and used. The aim is ${thing}, so we practised the step there and not in the hall.`),
    line('visit', 'health', () => 'Stood from the chair eleven times in thirty seconds, three more than last month. Proud, and said so.'),
    line('video', 'plan', (thing) => `Went through the week: ${thing} has two mornings now, and rest has a time of its own.`),
    line('visit', 'social_care', () => 'Tried the bath board: hates it. Took it away. A stool at the basin will do and costs nothing.'),
    line('phone', 'contacts', () => 'Rang twice about the delivery of the chair; no answer either time.', 'attempt'),
  ],
  practice: [
    line('visit', 'health', () => 'Yearly review done in one go. Two medicines stopped, none started. Everyone pleased.'),
    line('phone', 'health', () => 'Results normal and told so on the day. Next bloods in three months.'),
    line('visit', 'health', (thing) => `Came about the knee, stayed to talk about ${thing}. Referred for the knee.`),
    line('phone', 'contacts', () => 'Called about the missed appointment; rang out. Text sent.', 'attempt'),
    line('letter', 'health', () => 'Letter from the clinic read out over the phone and put into plain words.'),
  ],
  social: [
    line('visit', 'plan', (thing) =>
      `The plan is working. ${thing.charAt(0).toUpperCase()}${thing.slice(1)} is back in the week and the rest follows. Leave well alone.`),
    line('phone', 'plan', () => 'Asked how the week was: "all right, as it happens." The new carers come when they say. Next look in a month.'),
    line('visit', 'social_care', () =>
      'Went through what is paid for and what is not. Would like the hours on fewer days, longer each. I have asked.'),
    line('visit', 'contacts', () =>
      'Called as arranged. "Not today, thank you," through the letter box, quite cheerful. Will ring on Friday.', 'attempt'),
    line('phone', 'social_care', () =>
      'Rang me, worried. I said that I would speak to the person first, and did, the same afternoon.', 'relative'),
    line('meeting', 'plan', (thing) => `Small meeting at the kitchen table. One thing to do each, all about ${thing}. Twenty minutes.`),
  ],
  mind: [
    line('visit', 'mental_health', (thing) =>
      `Slept five nights in seven. ${thing.charAt(0).toUpperCase()}${thing.slice(1)} twice this week. Asked about dark thoughts: none since we last spoke.`),
    line('phone', 'mental_health', () => 'A bad Sunday and a better Monday. Used the list on the fridge before ringing, and it held.'),
    line('visit', 'plan', () => 'Wrote the crisis page together in their own words: "leave me be for an hour, then ring".'),
    line('phone', 'contacts', () => 'No reply to two calls. Text answered next day: at their sister’s, fine.', 'attempt'),
  ],
  careWorker: [
    line('visit', 'social_care', (thing) => `Up and dressed before I came. Porridge, tablets, a long story about ${thing}.`),
    line('visit', 'social_care', () => 'Did not want a wash; had one yesterday, fair enough. Changed the bed.'),
    line('visit', 'health', () => 'Red patch on the heel, not broken. Cushioned it and rang the nurses.'),
    line('visit', 'contacts', () => 'No answer at eight. Neighbour had seen them walk to the shop. Came back at ten: in.', 'attempt'),
  ],
  friendly: [
    line('meeting', 'contacts', (thing) => `Came to lunch, sat with somebody new, talked about ${thing} until the chairs were stacked.`),
    line('phone', 'contacts', () => 'Ten minutes on the phone, mostly laughing. Coming on Thursday.'),
    line('visit', 'about_me', (thing) => `First visit. Tea, photographs, and all there is to know about ${thing}. A good talker.`),
    line('phone', 'contacts', () => 'Said no to the group: "not a joiner". Would like one visitor, the same one. Noted.'),
    line('phone', 'contacts', () => 'No answer today; usually out on market day.', 'attempt'),
  ],
  home: [
    line('visit', 'housing', () => 'Damp reading down to 16 per cent since the fan went in. Wall to be painted after Christmas.'),
    line('phone', 'housing', () => 'Repair booked for Tuesday, morning, with a call half an hour before.'),
    line('visit', 'housing', () => 'Smoke alarm tested, heater moved, radiator bled. Warm room by the time I left.'),
    line('visit', 'housing', () => 'Called about the window; nobody in. Card left with two dates to choose from.', 'attempt'),
  ],
  money: [
    line('meeting', 'money', () => 'Benefits check: £38 a week not claimed. Form done together and posted.'),
    line('phone', 'money', () => 'The council tax letter was wrong and they have said so in writing. Debt gone.'),
    line('phone', 'contacts', () => 'Appointment missed; rang, no answer. New one sent in large type.', 'attempt'),
  ],
  lifts: [
    line('phone', 'contacts', () => 'Lift booked to the clinic, there and back, with time for a cup of tea after.'),
    line('phone', 'contacts', () => 'Driver waited ten minutes; all well, just slow with the coat. Told the next driver.'),
  ],
  carers: [
    line('phone', 'contacts', () => 'Half an hour to say how it really is. Asked for a Thursday off and will have one.'),
    line('meeting', 'contacts', (thing) => `Came to the group and talked about ${thing}, not about caring. That was the point.`),
    line('phone', 'contacts', () => 'Rang at the agreed time; no answer. Will not leave messages on that phone.', 'attempt'),
  ],
};

export const thanks = [
  'A card came: "I have not needed you for a month and thought you would like to know. Thank you for asking and then doing it." On the wall.',
  'Letter of thanks: "You came when you said. The bath is a joy. Give my place to somebody who needs it." Closed happily, with an open door.',
];
