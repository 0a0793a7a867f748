const PAUSE_MS = 2000;
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Sends what stands in a long form while somebody types: it is kept for them alone until the form itself is sent. */
export function keepTyped(form: HTMLFormElement): void {
  const line = form.querySelector<HTMLElement>('[data-kept]');
  let waits: ReturnType<typeof setTimeout> | undefined;
  let sent = '';
  let leaves = false;
  const keep = async (): Promise<void> => {
    clearTimeout(waits);
    waits = undefined;
    const typed = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    const now = typed.toString();
    if (leaves || now === sent) return;
    sent = now;
    const kept = await fetch('/typed-forms', { method: 'POST', body: typed, keepalive: now.length < 60_000, headers: { accept: 'application/json' } }).then(({ ok }) => ok, () => false);
    if (!kept) sent = '';
    if (line) line.textContent = kept ? `Kept for you at ${clock.format(new Date())}. Not saved yet` : 'This could not be kept. Save it before you leave the page';
  };
  const soon = (): void => {
    waits ??= setTimeout(() => void keep(), PAUSE_MS);
  };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  // What is sent itself needs no keeping, and must not be kept behind it.
  form.addEventListener('submit', () => {
    leaves = true;
    clearTimeout(waits);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && waits !== undefined) void keep();
  });
}
