/** Where the focus is, as the page shows it. */
export interface FocusStop {
  /** the beginning of the focused element's markup; null when nothing on the page has the focus */
  readonly on: string | null;
  /** what is wrong with how it is shown; null is a pass */
  readonly fault: string | null;
  /** whether it is the element that was asked for, or a radio of the same group */
  readonly isWanted: boolean;
}

/** Looks at what has the focus: it has a mark of its own, is on the screen, and does not lie under the identity banner (WCAG 2.4.7, 2.4.11). Runs in the browser. */
export function focusStop(wanted: Node | null): FocusStop {
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused === document.documentElement) return { on: null, fault: null, isWanted: false };
  const on = focused.outerHTML.slice(0, 120);
  const isOfGroup = focused instanceof HTMLInputElement && wanted instanceof HTMLInputElement && focused.type === 'radio' && focused.name === wanted.name;
  const isWanted = focused === wanted || isOfGroup;
  const at = focused.getBoundingClientRect();
  const isMarked = (style: CSSStyleDeclaration): boolean => style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && style.outlineWidth !== '0px');
  // The official radios and checkboxes are drawn by their labels.
  const label = focused.matches('input[type=radio], input[type=checkbox]') ? focused.parentElement?.querySelector('label') : null;
  if (!isMarked(getComputedStyle(focused)) && !(label && isMarked(getComputedStyle(label, '::before')))) return { on, isWanted, fault: 'cannot be seen to have the focus' };
  if (at.bottom <= 0 || at.top >= innerHeight) return { on, isWanted, fault: 'is not on the screen' };
  const banner = document.querySelector('.os-id');
  const over = banner?.getBoundingClientRect();
  const isUnder = over && !banner?.contains(focused) && over.top <= 0 && at.top < over.bottom && at.bottom <= over.bottom;
  return { on, isWanted, fault: isUnder ? 'lies under the identity banner' : null };
}
