const decoded = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
};

/** What a browser would send of the form on a page that goes to this address, if nothing was typed: each box by its name. */
export function filledIn(html: string, action: string): Record<string, string> {
  const from = html.indexOf(`action="${action}"`);
  const form = html.slice(from, html.indexOf('</form>', from));
  const boxes: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type') ?? 'text'];
    if (!name || type === 'submit' || ((type === 'radio' || type === 'checkbox') && !/\schecked\b/.test(tag))) continue;
    boxes[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea\b([^>]*)>([^]*?)<\/textarea>/g)) boxes[attribute(tag, 'name') ?? ''] = decoded(text);
  for (const [, tag = '', options = ''] of form.matchAll(/<select\b([^>]*)>([^]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((option) => /\sselected\b/.test(option)) ?? all[0];
    boxes[attribute(tag, 'name') ?? ''] = (chosen && attribute(chosen, 'value')) ?? '';
  }
  return boxes;
}
