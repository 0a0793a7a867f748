import type { Page } from 'playwright-core';

/** WCAG 2.2's smallest target, in CSS pixels. */
const SMALLEST = 24;

/** What can be pressed and is smaller than 24 px, as the beginning of its markup. Words inside a sentence and the skip link are excepted. */
export function smallTargetsOn(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => [...document.querySelectorAll('a, button, input, select, summary')]
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isInline = getComputedStyle(element).display === 'inline';
      return width > 0 && !isInline && !element.classList.contains('nhsuk-skip-link') && (width < smallest || height < smallest);
    })
    .map((element) => element.outerHTML.slice(0, 120)), SMALLEST);
}

/** How many pixels the page is wider than the screen; 0 is a pass. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Shows the page on a screen of this size, and waits until it has set itself out anew: the menu does so a frame after. Needs script. */
export async function showAt(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
