import type { Browser, ConsoleMessage, Locator, Page } from 'playwright-core';
import { violationsOf } from '../support/axe';
import { focusStop } from '../support/focus';
import { smallTargetsOn } from '../support/screen';

/** How somebody uses the service: with what in their hand, on which screen. */
export interface Way {
  readonly name: string;
  readonly keyboard: boolean;
  readonly script: boolean;
  readonly viewport: { width: number; height: number };
}

const SCREENS = { 'on a desk': { width: 1280, height: 900 }, 'on a phone': { width: 390, height: 844 } };
const HANDS = { mouse: { keyboard: false, script: true }, keyboard: { keyboard: true, script: true }, 'mouse without script': { keyboard: false, script: false } };

/** Mouse, keyboard only, and no JavaScript; each on a desk and on a phone. */
export const WAYS: readonly Way[] = Object.entries(HANDS).flatMap(([hand, how]) => Object.entries(SCREENS).map(([where, viewport]) => ({ name: `${hand} ${where}`, ...how, viewport })));

/** Where the pages have been walked in every way already: each hand and each screen once. */
export const FEW: readonly Way[] = WAYS.filter(({ name }) => ['mouse on a phone', 'keyboard on a desk', 'mouse without script on a phone'].includes(name));

const MOST_STOPS = 150;
const PATIENCE_MS = 30_000;

/** Pages that were looked at already: a page is examined once for each screen, with script and without. */
export type Seen = Set<string>;

/** A page that is refused is a page too: that the browser says so in its console is not our doing. */
const isRefusedPage = (message: ConsoleMessage): boolean =>
  /^Failed to load resource: .* status of 4\d\d/.test(message.text()) && !/\/(assets|api)\//.test(message.location().url);

/** Somebody at a browser of their own. Whatever page they come to is examined, and the browser's console must stay silent. */
export class Hand {
  private readonly said: string[] = [];

  private constructor(
    readonly way: Way,
    readonly page: Page,
    private readonly browser: Browser,
    private readonly seen: Seen,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('console', (message) => {
      if (!isRefusedPage(message)) this.said.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.said.push(`${page.url()}: ${error.message}`));
  }

  static async at(browser: Browser, address: string, way: Way, seen: Seen): Promise<Hand> {
    const context = await browser.newContext({ baseURL: address, viewport: way.viewport, javaScriptEnabled: way.script });
    return new Hand(way, await context.newPage(), browser, seen);
  }

  /** Somebody else who works in the same way, at a browser of their own. */
  another(): Promise<Hand> {
    return Hand.at(this.browser, new URL(this.page.url()).origin, this.way, this.seen);
  }

  /** Types an address. */
  async open(path: string, heading: string | RegExp): Promise<void> {
    await this.page.goto(path);
    await this.arrive(heading);
  }

  /** Presses a link or a button, and waits for the page that comes. */
  async follow(what: Locator, heading: string | RegExp): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.press(what)]);
    await this.arrive(heading);
  }

  async press(what: Locator): Promise<void> {
    if (!this.way.keyboard) return what.click();
    await this.reach(what);
    await this.page.keyboard.press('Enter');
  }

  async type(label: string | RegExp, text: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    if (!this.way.keyboard) return field.fill(text);
    await this.reach(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** Chooses one of several radios: by keyboard the group is one stop, and the arrows go round in it. */
  async choose(label: string | RegExp): Promise<void> {
    const radio = this.page.getByRole('radio', { name: label });
    if (!this.way.keyboard) return radio.check();
    await this.reach(radio);
    await this.page.keyboard.press('Space');
    for (let turn = 0; turn < 10 && !(await radio.isChecked()); turn += 1) await this.page.keyboard.press('ArrowDown');
  }

  async tick(label: string | RegExp): Promise<void> {
    const box = this.page.getByRole('checkbox', { name: label });
    if (!this.way.keyboard) return box.check();
    await this.reach(box);
    await this.page.keyboard.press('Space');
  }

  link = (name: string | RegExp): Locator => this.page.getByRole('main').getByRole('link', { name });
  menu = (name: string): Locator => this.page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name });
  button = (name: string | RegExp): Locator => this.page.getByRole('button', { name, exact: typeof name === 'string' });
  words = (): Promise<string> => this.page.getByRole('main').innerText();

  async signIn(email: string, password: string, heading: string | RegExp): Promise<void> {
    await this.open('/sign-in', 'Sign in');
    await this.enter(email, password, heading);
  }

  /** Fills in the sign-in page that one is on. */
  async enter(email: string, password: string, heading: string | RegExp): Promise<void> {
    await this.type('E-mail address', email);
    await this.type('Password', password);
    await this.follow(this.button('Sign in'), heading);
  }

  /** The browser is closed; what its console said in all that time is a fault. */
  async leave(): Promise<void> {
    expect(this.said).toEqual([]);
    await this.page.context().close();
  }

  /** One picture for whoever mends what failed. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: `.artifacts/${name.replace(/\W+/g, '-')}.png`, fullPage: true });
  }

  private async arrive(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    const { viewport: { width }, script } = this.way;
    const kind = `${width} ${script} ${new URL(this.page.url()).pathname.replace(/[0-9a-f-]{36}|link\/.*/g, ':id')} ${await this.page.title()}`.replace(/ – .*/, '');
    if (this.seen.has(kind)) return;
    this.seen.add(kind);
    const page = script ? this.page : await this.twin();
    expect({ page: kind, faults: [...(await violationsOf(page)), ...(await smallTargetsOn(page))] }).toEqual({ page: kind, faults: [] });
    if (page !== this.page) await page.context().close();
  }

  /** axe is a script: where none runs, the page is shown once more without its own scripts in a browser in which axe runs. */
  private async twin(): Promise<Page> {
    const body = (await this.page.content()).replace(/<script[^>]*><\/script>/g, '');
    const context = await this.browser.newContext({ viewport: this.way.viewport });
    const twin = await context.newPage();
    await twin.route(this.page.url(), (route) => route.fulfill({ contentType: 'text/html', body }));
    await twin.goto(this.page.url());
    return twin;
  }

  /** Tabs on until it has the focus, or a radio of its group has; each stop on the way must show where the focus is. */
  private async reach(what: Locator): Promise<void> {
    const wanted = await what.elementHandle();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await this.page.keyboard.press('Tab');
      const { on, fault, isWanted } = await this.page.evaluate(focusStop, wanted);
      if (fault) throw new Error(`${on} ${fault} on ${this.page.url()}`);
      if (isWanted) return;
    }
    throw new Error(`No ${MOST_STOPS} stops of the Tab key lead to ${String(what)} on ${this.page.url()}`);
  }
}
