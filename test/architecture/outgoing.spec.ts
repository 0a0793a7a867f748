import { filesUnder, textOf } from './source';

/** Asks whether it is safe: the file itself, or what it calls before anything goes out. */
const ASKS = /safeToSend|safeToRead|mustBeSafe/;

interface Way {
  readonly what: string;
  readonly sends: RegExp;
  /** the files that do it: `asks`, or why there is nothing to ask */
  readonly files: Readonly<Record<string, string>>;
}

/** Every way in which something goes out to a person. A new place fails here until it asks `safe_to_send`, or says why it need not (I24). */
const WAYS: readonly Way[] = [
  {
    what: 'a letter by e-mail', sends: /\bmail\.send\(|\.sendMail\(/i,
    files: {
      'libs/notifications/src/messages.service.ts': 'asks',
      'libs/notifications/src/mail.ts': 'is what carries a letter: whoever gives it one has asked',
      'libs/reviews/src/review-calendar.service.ts': 'asks',
      'libs/notifications/src/digests.service.ts': 'goes to who is told of news, who are workers',
      'apps/server/src/http/link-bearer.ts': 'carries a link that the database makes for nobody whose mail is not safe: make_link',
    },
  },
  {
    what: 'something written to the person in their record', sends: /kind: 'letter'/,
    files: {
      'libs/contacts/src/leaving-letter.ts': 'asks',
      'apps/cli/src/demonstration/generator/support.ts': 'tells a story that was',
      'apps/cli/src/demonstration/people/chidi-okafor.ts': 'tells a story that was',
    },
  },
  {
    what: 'a summary that goes to another organisation', sends: /phoneRules\(/,
    files: { 'libs/referrals/src/summary.service.ts': 'leaves out the number where nobody may ring, and sends the rule along where somebody may' },
  },
  {
    what: 'a number of the person to ring', sends: /<Phone value=\{(?:point\.value|about\.phone|row\.phone|number)\}/,
    files: {
      'apps/server/src/person/views/overview-side.tsx': 'offers none where nobody may ring, and says before it how: Careful',
      'apps/server/src/safe-contact/views/safe-contact.tsx': 'is the page that says how',
      'apps/server/src/key-workers/views/cover.tsx': 'lists no number of whom a rule speaks: ringWithCare',
      'libs/web-kit/src/identity-banner.tsx': 'offers none where nobody may ring, and says before it how: careful',
    },
  },
];

const sources = [...filesUnder('libs'), ...filesUnder('apps')].filter((path) => !/spec\.tsx?$/.test(path)).sort();

describe('whatever goes out to a person', () => {
  it.each(WAYS.map((way) => [way.what, way] as const))('I24: %s asks whether it is safe, or says why it need not', (_, { sends, files }) => {
    expect(sources.filter((path) => sends.test(textOf(path)))).toEqual(Object.keys(files).sort());
    for (const [path, why] of Object.entries(files)) if (why === 'asks') expect([path, ASKS.test(textOf(path))]).toEqual([path, true]);
  });

  it('I24: prints nothing of how they are reached: paper is left in the home', () => {
    const printed = sources.filter((path) => /plan-pdf|print-plan|plan-content/.test(path));
    expect(printed.length).toBeGreaterThan(2);
    expect(printed.filter((path) => /safeContact|Careful|codeWord/.test(textOf(path)))).toEqual([]);
  });
});
