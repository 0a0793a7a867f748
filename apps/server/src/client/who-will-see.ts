interface Words {
  readonly sees: readonly string[];
  readonly doesNot: readonly string[];
}

// What was shown last is about other choices: it may not stay.
const UNKNOWN: Words = { sees: [], doesNot: [] };
const ASKED = ['audience', 'category', 'visibleToPerson', 'namedOrganisationIds', 'knownTo'];

/** Fills "who will see this" anew as choices change; without script the form has a button for it. */
export function watchReaders(form: HTMLFormElement): void {
  const box = form.querySelector('#who-will-see');
  const address = form.dataset['readers'];
  if (!box || !address) return;
  for (const button of form.querySelectorAll<HTMLElement>('[data-readers-check]')) button.hidden = true;
  const named = form.querySelector<HTMLDetailsElement>('#named');
  const people = form.querySelector<HTMLDetailsElement>('#people');
  let latest = 0;
  form.addEventListener('change', () => {
    if (named && new FormData(form).get('audience') === 'named') named.open = true;
    if (people && new FormData(form).get('audience') === 'people') people.open = true;
    const turn = ++latest;
    void ask(form, address).then((words) => {
      if (words && turn === latest) show(box, words);
    });
  });
}

async function ask(form: HTMLFormElement, address: string): Promise<Words | null> {
  const typed = new FormData(form);
  if (!typed.get('audience')) return null;
  const url = new URL(address, location.href);
  for (const name of ASKED) for (const value of typed.getAll(name)) url.searchParams.append(name, String(value));
  const actingFor = typed.get('_actingFor');
  try {
    const answer = await fetch(url, { headers: { accept: 'application/json', ...(actingFor ? { 'x-acting-for': String(actingFor) } : {}) } });
    return answer.ok ? ((await answer.json()) as { words: Words }).words : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}

function show(box: Element, { sees, doesNot }: Words): void {
  const parts = [...list('If you save it now, these will see it', sees), ...list('These will not', doesNot)];
  box.replaceChildren(...(parts.length > 0 ? parts : [element('p', 'Who will see this cannot be said now. It is decided by what you chose above.')]));
}

function list(title: string, lines: readonly string[]): HTMLElement[] {
  if (lines.length === 0) return [];
  const heading = element('p');
  heading.className = 'nhsuk-u-margin-bottom-1';
  heading.append(element('strong', title));
  const items = element('ul');
  items.className = 'nhsuk-list nhsuk-list--bullet';
  items.append(...lines.map((line) => element('li', line)));
  return [heading, items];
}

function element(name: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
