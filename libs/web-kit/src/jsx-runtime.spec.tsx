import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Html, type Child } from './html';
import { Details, InsetText, Tag, Textarea } from './nhs';

const nasty = `<script>alert("x")</script> & 'y'`;
const escaped = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;';

describe('what a page prints', () => {
  it('escapes text, in content and in attributes', () => {
    expect((<p title={nasty}>{nasty}</p>).toString()).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it('escapes text inside an official component, also when markup is put where only text belongs', () => {
    expect(Tag({ text: nasty }).toString()).toContain(escaped);
    const markup = (<b>bold</b>) as unknown as string;
    expect(Tag({ text: markup }).toString()).toContain('&lt;b&gt;bold&lt;/b&gt;');
  });

  it('takes markup for an official component only as Html', () => {
    expect(InsetText({ html: <b>bold</b> }).toString()).toContain('<b>bold</b>');
    expect(() => InsetText({ html: nasty as unknown as Html })).toThrow('takes Html');
    expect(() => Details({ summaryHtml: nasty } as object)).toThrow('takes Html');
  });

  it('prints nothing for what is absent, and 0 for none', () => {
    const absent: Child[] = [null, undefined, false, true, ''];
    expect((<p>{absent}{0}</p>).toString()).toBe('<p>0</p>');
  });

  it('does not print an object as text', () => {
    expect(() => <p>{{ name: 'Chidi' } as unknown as Child}</p>).toThrow(TypeError);
    expect(() => <p title={{} as unknown as string}>x</p>).toThrow(TypeError);
  });

  it('says aria and data attributes in words, and leaves out plain attributes that are false', () => {
    expect((<input aria-invalid={false} data-live disabled={false} required />).toString()).toBe('<input aria-invalid="false" data-live="true" required>');
  });

  it('gives back several typed lines as they were, however deep the text area stands', () => {
    const typed = 'Rang Maggie.\n  Lunch club agreed.\n\nTold Chidi.';
    const box = Textarea({ id: 'note', name: 'note', label: 'Note', value: typed });
    const page = Details({ summaryText: 'Note', html: InsetText({ html: box }) }).toString();
    expect(page).toContain(typed.replaceAll('\n', '&#10;'));
  });
});

describe('what the content security policy would refuse', () => {
  it('does not compile and does not render', () => {
    // @ts-expect-error: no inline style
    expect(() => <p style="color: red">x</p>).toThrow('style');
    // @ts-expect-error: no inline event handler
    expect(() => <button onclick="save()">x</button>).toThrow('onclick');
    // @ts-expect-error: nor under React's name
    expect(() => <button onClick="save()">x</button>).toThrow('onClick');
    // @ts-expect-error: no document in an attribute
    expect(() => <iframe srcdoc="<p>x</p>"></iframe>).toThrow('srcdoc');
    // @ts-expect-error: nor through an official component
    expect(() => Tag({ text: 'x', attributes: { onclick: 'save()' } })).toThrow('onclick');
    // @ts-expect-error: nor its style
    expect(() => Tag({ text: 'x', attributes: { style: 'color: red' } })).toThrow('style');
    expect(() => <script>{'alert(1)'}</script>).toThrow('Inline script');
    expect(() => <p {...{ 'x><img src': 'y' }}>x</p>).toThrow('not allowed');
  });

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,x', 'vbscript:x'])(
    'refuses the address %j', (address) => {
      expect(() => <a href={address}>x</a>).toThrow('Unsafe address');
      expect(() => <form action={address}></form>).toThrow('Unsafe address');
      expect(() => Details({ summaryText: 'x', html: <a href={address}>x</a> })).toThrow('Unsafe address');
    });

  it.each(['/people/1?next=a:b', '#note', '?sort=name', 'people', 'https://example.org/a', 'mailto:a@example.org', 'tel:01632960001'])(
    'lets the address %j pass', (address) => {
      expect((<a href={address}>x</a>).toString()).toContain(`href="${address}"`);
    });
});

function sources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

it('only the kit makes markup out of strings', () => {
  const root = join(__dirname, '../../..');
  const outside = [join(root, 'apps'), join(root, 'libs')].flatMap(sources).filter((file) => !file.startsWith(join(root, 'libs/web-kit')));
  expect(outside.length).toBeGreaterThan(0);
  expect(outside.filter((file) => /new Html\(|#kit\/|web-kit\/src/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
