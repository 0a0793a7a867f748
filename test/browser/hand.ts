import type { Browser, ConsoleMessage, Locator, Page } from 'playwright-core';
import { violationsOf } from '../support/axe';
import { focusStop } from '../support/focus';
import { showAt, smallTargetsOn } from '../support/screen';

/** How somebody uses the service: with what in their hand, on which screen. */
export interface Way {
  readonly name: string;
  readonly keyboard: boolean;
  readonly script: boolean;
  readonly viewport: { width: number; height: number };
}

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const mouse = { keyboard: false, script: true };
const keyboard = { keyboard: true, script: true };
const noScript = { keyboard: false, script: false };

/** The keyboard alone at a desk, and no JavaScript on a phone: between them each hand and each screen. */
export const FEW: readonly Way[] = [
  { name: 'keyboard on a desk', ...keyboard, viewport: DESK },
  { name: 'mouse without script on a phone', ...noScript, viewport: PHONE },
];

/** For the journey that everybody makes every day: a mouse on a desk and a finger on a phone besides. */
export const WAYS: readonly Way[] = [...FEW, { name: 'mouse on a desk', ...mouse, viewport: DESK }, { name: 'finger on a phone', ...mouse, viewport: PHONE }];

/** The same person with or without scripts, but at a phone, or at a desk with a mouse. */
export const atAPhone = ({ script }: Way): Way => ({ name: 'finger on a phone', keyboard: false, script, viewport: PHONE });
export const withAMouse = ({ script }: Way): Way => ({ name: 'mouse on a desk', keyboard: false, script, viewport: DESK });

const MOST_STOPS = 150;
const PATIENCE_MS = 30_000;

/** Pages that were looked at already: a page is examined once, on each screen. */
export type Seen = Set<string>;

/** A page that is refused is a page too: that the browser says so in its console is not our doing. */
const isRefusedPage = (message: ConsoleMessage): boolean =>
  /^Failed to load resource: .* status of 4\d\d/.test(message.text()) && !/\/(assets|api)\//.test(message.location().url);

/** Somebody at a browser of their own. Whatever page they come to is examined, and the browser's console must stay silent. */
export class Hand {
  private readonly said: string[] = [];
  /** how many pages somebody has come to, also those that say what is missing */
  pages = 0;

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

  /** Somebody else at a browser of their own, who works in the same way unless it is said how. */
  another(way: Way = this.way): Promise<Hand> {
    return Hand.at(this.browser, new URL(this.page.url()).origin, way, this.seen);
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

  async type(where: string | RegExp | Locator, text: string): Promise<void> {
    const field = this.field(where);
    if (!this.way.keyboard) return field.fill(text);
    await this.reach(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** Chooses one of several radios: by keyboard the group is one stop, and the arrows go round in it. */
  async choose(what: string | RegExp | Locator): Promise<void> {
    const radio = typeof what === 'string' || what instanceof RegExp ? this.page.getByRole('radio', { name: what }) : what;
    if (!this.way.keyboard) return radio.check();
    await this.reach(radio);
    await this.page.keyboard.press('Space');
    for (let turn = 0; turn < 10 && !(await radio.isChecked()); turn += 1) await this.page.keyboard.press('ArrowDown');
  }

  /** Says of each step of the plan that is revised that it goes on. */
  async stepsGoOn(): Promise<void> {
    const steps = this.page.getByRole('group', { name: 'Does it go on?' });
    expect(await steps.count()).toBeGreaterThan(0);
    for (const step of await steps.all()) await this.choose(step.getByRole('radio', { name: 'Yes' }));
  }

  /** Chooses from a list that opens: by keyboard the arrow goes down in it. */
  async select(where: string | RegExp | Locator, option: string): Promise<void> {
    const list = this.field(where);
    const value = (await list.locator('option', { hasText: option }).first().getAttribute('value')) ?? '';
    if (!this.way.keyboard) return void (await list.selectOption(value));
    await this.reach(list);
    for (let turn = 0; turn < 40 && (await list.inputValue()) !== value; turn += 1) await this.page.keyboard.press('ArrowDown');
  }

  /** A day, in its three boxes. */
  async typeDay(name: string, day: string): Promise<void> {
    for (const [part, text] of ['year', 'month', 'day'].map((one, n) => [one, day.split('-')[n] ?? ''] as const).reverse()) await this.type(this.page.locator(`[name="${name}[${part}]"]`), text);
  }

  async tick(what: string | RegExp | Locator): Promise<void> {
    const box = typeof what === 'string' || what instanceof RegExp ? this.page.getByRole('checkbox', { name: what }) : what;
    if (!this.way.keyboard) return box.check();
    await this.reach(box);
    await this.page.keyboard.press('Space');
  }

  private field = (where: string | RegExp | Locator): Locator => (typeof where === 'string' || where instanceof RegExp ? this.page.getByLabel(where, { exact: true }) : where);

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
    this.pages += 1;
    const kind = `${new URL(this.page.url()).pathname.replace(/[0-9a-f-]{36}|link\/.*/g, ':id')} ${await this.page.title()}`.replace(/ – .*/, '');
    // axe is a script: it runs only where scripts do. Pages without theirs are examined state by state in states.browser-spec.
    if (this.seen.has(kind) || !this.way.script) return;
    this.seen.add(kind);
    for (const viewport of [DESK, PHONE]) {
      await showAt(this.page, viewport);
      expect({ page: kind, viewport, faults: [...(await violationsOf(this.page, { again: viewport === PHONE })), ...(await smallTargetsOn(this.page))] }).toEqual({ page: kind, viewport, faults: [] });
    }
    await showAt(this.page, this.way.viewport);
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
