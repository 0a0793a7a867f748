interface Changed {
  readonly personId: string;
}
/** What one tab that has the stream tells the others: what it heard, or since when it may have missed something. */
type Said = { readonly changed: Changed } | { readonly missedSince: string };

const NAME = 'onestory-live';
const ASK_MS = 60_000;

/**
 * Says in the strip that something about this person has changed, and moves nothing. One tab holds the stream for all of them (a browser
 * has few connections); it is another's when that tab closes. Without a stream each tab asks once a minute.
 */
export function watchChanges(strip: HTMLElement): void {
  const personId = strip.dataset['live'] ?? '';
  const others = new BroadcastChannel(NAME);
  let read = new Date().toISOString();
  const show = (): void => {
    if (strip.childElementCount > 0) return;
    const link = document.createElement('a');
    link.href = location.pathname + location.search;
    link.className = 'nhsuk-link';
    link.textContent = 'Show the latest';
    strip.replaceChildren('Something has changed here. ', link);
  };
  /** True for as long as it is worth asking again. */
  const ask = async (since: string): Promise<boolean> => {
    try {
      const answer = await fetch(`/api/people/${personId}/changes?since=${encodeURIComponent(since)}`, { headers: { accept: 'application/json' } });
      if (!answer.ok) return answer.status >= 500;
      if (((await answer.json()) as { changed: boolean }).changed) show();
      read = new Date(answer.headers.get('date') ?? Date.now()).toISOString();
    } catch {
      // No connection now: the next time tells.
    }
    return strip.childElementCount === 0;
  };
  const hear = (said: Said): void => {
    if ('missedSince' in said) void ask(said.missedSince);
    else if (said.changed.personId === personId) show();
  };
  const keepAsking = (): void => {
    setTimeout(() => void ask(read).then((again) => { if (again) keepAsking(); }), ASK_MS);
  };
  others.addEventListener('message', (event: MessageEvent<Said>) => hear(event.data));
  const tell = (said: Said): void => {
    others.postMessage(said);
    hear(said);
  };
  if (!('locks' in navigator)) return keepAsking();
  void navigator.locks.request(NAME, () => streamFor(tell)).then(keepAsking);
}

/** Holds the stream until the server refuses it or says that it hears of nothing; a line that was only lost is made again by the browser. */
function streamFor(tell: (said: Said) => void): Promise<void> {
  return new Promise((refused) => {
    const source = new EventSource('/live');
    let alive: string | null = null;
    let lost = false;
    source.addEventListener('ping', (event: MessageEvent<string>) => {
      if (lost && alive) tell({ missedSince: alive });
      lost = false;
      alive = event.data;
    });
    source.addEventListener('changed', (event: MessageEvent<string>) => tell({ changed: JSON.parse(event.data) as Changed }));
    source.addEventListener('deaf', () => {
      source.close();
      refused();
    });
    source.addEventListener('error', () => {
      lost = true;
      if (source.readyState === EventSource.CLOSED) refused();
    });
  });
}
