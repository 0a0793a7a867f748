import type { Browser } from 'playwright-core';
import { loadDemonstration } from '../../apps/cli/src/demonstration/load';
import { theTwelve } from '../../apps/cli/src/demonstration';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { launchBrowser } from '../support/browser';
import { aRound, type Round } from '../journeys/round';
import { Hand, WAYS, type Seen, type Way } from './hand';

/** A real server, and a browser in front of it in which journeys are walked in several ways. */
export class Walks {
  private readonly seen: Seen = new Set();

  constructor(
    protected readonly app: TestApp,
    private readonly browser: Browser,
  ) {}

  async close(): Promise<void> {
    await this.browser.close();
    await this.app.close();
  }

  /** The same journey in each of these ways at the same time, everybody at a browser of their own; who fails is named, with a picture. */
  async walk(journey: (hand: Hand) => Promise<void>, ways: readonly Way[] = WAYS): Promise<void> {
    const ends = await Promise.allSettled(ways.map((way) => this.walkIn(way, journey)));
    const failed = ends.flatMap((end, index) => (end.status === 'rejected' ? [`${ways[index]?.name}: ${String(end.reason)}`] : []));
    if (failed.length > 0) throw new Error(failed.join('\n\n'));
  }

  private async walkIn(way: Way, journey: (hand: Hand) => Promise<void>): Promise<void> {
    const hand = await Hand.at(this.browser, this.app.url, way, this.seen);
    try {
      await journey(hand);
      await hand.leave();
    } catch (error) {
      await hand.picture(`${expect.getState().currentTestName} ${way.name}`);
      throw error;
    }
  }
}

/** A browser in front of a server with a round of workers, of whom the key worker is signed in. */
export async function walksInARound(): Promise<{ app: TestApp; walks: Walks; round: Round; jo: Visitor }> {
  const app = await startTestApp();
  const round = await aRound(app);
  return { app, walks: new Walks(app, await launchBrowser()), round, jo: await round.jo.signIn() };
}

/** The demonstration place with the people who are written by hand. */
export class Brackenbridge extends Walks {
  private constructor(app: TestApp, browser: Browser, readonly margery: string) {
    super(app, browser);
  }

  static async open(): Promise<Brackenbridge> {
    const app = await startTestApp();
    await loadDemonstration(app.db, { log: () => undefined, people: theTwelve });
    const [row] = await app.sql<{ person_id: string }>(`select person_id from person where family = 'Plumtree-Oduya'`);
    return new Brackenbridge(app, await launchBrowser(), row?.person_id ?? '');
  }

  /** The session is gone on the server, as after half an hour; the browser does not know. */
  async endSessionOf(hand: Hand): Promise<void> {
    const cookies = await hand.page.context().cookies();
    const signed = decodeURIComponent(cookies.find(({ name }) => name === 'onestory')?.value ?? '');
    const ended = await this.app.sql('delete from session where sid = $1 returning sid', [signed.slice(2).split('.')[0]]);
    expect(ended).toHaveLength(1);
  }

  /** How often this stands in the records, whoever may read it. */
  async timesNoted(text: string): Promise<number> {
    return (await this.app.sql('select 1 from contact_note where text = $1', [text])).length;
  }
}
