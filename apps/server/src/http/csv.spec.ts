import { csv } from './csv';

describe('A file for a spreadsheet', () => {
  it.each(['=HYPERLINK("http://evil")', '+1', '-1', '@x', '\t=1'])('input 20: %j stands there as text, not as a formula', (typed) => {
    expect(csv([[typed]])).toBe(`\uFEFF"'${typed.replace(/"/g, '""')}"\r\n`);
  });

  it('keeps commas, quotes and line breaks inside one cell, as RFC 4180 says', () => {
    expect(csv([['Plumtree, Madge', 'says "hello"', 'two\nlines']])).toBe('\uFEFF"Plumtree, Madge","says ""hello""","two\nlines"\r\n');
  });

  it('leaves numbers and what is not recorded as they are', () => {
    expect(csv([[-1, null, 'Ng']])).toBe('\uFEFF-1,,Ng\r\n');
  });
});
