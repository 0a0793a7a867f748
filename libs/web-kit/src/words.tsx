import type { Child, Html } from './html';

/** Words for those who listen to a page rather than look at it. */
export const Hidden = (props: { children: Child }) => <span class="nhsuk-u-visually-hidden">{props.children}</span>;

/** "1 person", "12 people", "1,204 people". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "1,204", or "500+" of what was counted no further than 500. */
export const figure = (count: number, most = Infinity): string => (count > most ? `${most.toLocaleString('en-GB')}+` : count.toLocaleString('en-GB'));

/** An NHS number in its 3 3 4 form, never broken over two lines. Other text is shown as it is. */
export const NhsNumber = (props: { value: string }) => {
  const digits = props.value.replace(/[\s-]/g, '');
  const shown = /^\d{10}$/.test(digits) ? `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}` : props.value;
  return <span class="os-nowrap">{shown}</span>;
};

// "Duty desk, 01632 960112": the words before the number may wrap, the number may not.
const WORDS_AND_NUMBER = /^(\D*?)([+(]?\d.*)$/;

/** A number to ring, with what is written before it. */
export function Phone({ value }: { value: string }): Html {
  const [, words = '', number = value] = WORDS_AND_NUMBER.exec(value) ?? [];
  return <>{words}<a class="nhsuk-link os-nowrap" href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a></>;
}

/** What is recorded, or a sentence that says that it is not: nothing on a page is ever blank. */
export function orSay(value: Child, missing: string): Child {
  return value === null || value === undefined || value === '' ? <span class="os-missing">{missing}</span> : value;
}

/** Small print beside or under a main line, for example "76 years" under a name. */
export const Sub = (props: { children: Child }) => <span class="os-sub">{props.children}</span>;

/** "Overdue", in words and in a colour that also prints. */
export const Overdue = (props: { children?: Child }) => <strong class="os-overdue">{props.children ?? 'Overdue'}</strong>;
