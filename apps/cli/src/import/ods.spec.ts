import { Readable } from 'node:stream';
import { readOdsPractices } from './ods';

/** A line of the register; `changes` are cells by column, counted from 0. */
function line(changes: Record<number, string> = {}): string {
  const cells = Array.from({ length: 27 }, () => '');
  const usual = {
    0: 'A99901', 1: 'ELM ROAD MEDICAL PRACTICE', 4: 'THE SURGERY', 5: '1 ELM ROAD', 6: 'NORTHTOWN', 9: 'ZZ99 3WZ', 10: '19740401',
    12: 'A', 14: '06T', 17: '01632 960001', 25: '4',
  };
  Object.entries({ ...usual, ...changes }).forEach(([at, cell]) => (cells[Number(at)] = cell));
  return cells.map((cell) => `"${cell}"`).join(',');
}

describe('the NHS register of practices', () => {
  it('gives a practice a readable name and keeps what the register says', async () => {
    const { practices, faults } = await readOdsPractices(line());
    expect(faults).toEqual([]);
    expect(practices).toEqual([
      {
        code: 'A99901',
        name: 'Elm Road Medical Practice',
        sourceName: 'ELM ROAD MEDICAL PRACTICE',
        addressLines: ['The Surgery', '1 Elm Road', 'Northtown'],
        postcode: 'ZZ99 3WZ',
        phone: '01632 960001',
        status: 'active',
        openedOn: '1974-04-01',
        closedOn: null,
        commissionerCode: '06T',
        flags: [],
      },
    ]);
  });

  it('is read from a stream with Windows line ends and a byte order mark', async () => {
    const csv = `\ufeff${line()}\r\n${line({ 0: 'A99902', 12: 'C', 11: '20150930' })}\r\n`;
    const { practices, faults } = await readOdsPractices(Readable.from([Buffer.from(csv.slice(0, 40)), Buffer.from(csv.slice(40))]));
    expect(faults).toEqual([]);
    expect(practices.map(({ code, status, closedOn }) => [code, status, closedOn])).toEqual([
      ['A99901', 'active', null],
      ['A99902', 'closed', '2015-09-30'],
    ]);
  });

  it('keeps and flags a practice without a postcode or telephone', async () => {
    const { practices } = await readOdsPractices(line({ 9: '', 17: '', 25: '9' }));
    expect(practices[0]).toMatchObject({ postcode: null, phone: null, flags: ['no-postcode', 'no-phone', 'other-prescribing-setting'] });
  });

  it('input 47: keeps a practice whose dates are not in the calendar, and says so', async () => {
    const { practices } = await readOdsPractices(line({ 10: '20260230', 11: 'soon' }));
    expect(practices[0]).toMatchObject({ openedOn: null, closedOn: null, flags: ['opened-on-unreadable', 'closed-on-unreadable'] });
  });

  it('names the line of each row that cannot be read, and reads the rows after it', async () => {
    const rows = [
      line(),
      line().replace('"ELM', '"ELM "ROAD'),
      line({ 0: 'A99902' }).replace(/"$/, ''),
      '"A99903","TOO SHORT"',
      line({ 0: 'A99904', 12: 'X' }),
      line({ 0: 'a b' }),
      line({ 0: 'A99905', 1: ' ' }),
      '',
      line(),
      line({ 0: 'A99906' }),
    ];
    const { practices, faults } = await readOdsPractices(rows.join('\n'));
    expect(practices.map(({ code }) => code)).toEqual(['A99901', 'A99906']);
    expect(faults).toEqual([
      { line: 2, message: 'The quotation marks do not match' },
      { line: 3, message: 'The quotation marks do not match' },
      { line: 4, message: 'There are 2 columns, and a practice has at least 18' },
      { line: 5, message: 'The status is "X", and should be A, C, D or P' },
      { line: 6, message: '"a b" is not an ODS code' },
      { line: 7, message: 'A99905 has no name' },
      { line: 9, message: 'A99901 was on an earlier line' },
    ]);
  });

  it('passes on the failure of a stream', async () => {
    const broken = new Readable({ read: (): void => void broken.destroy(new Error('The disk is gone')) });
    await expect(readOdsPractices(broken)).rejects.toThrow('The disk is gone');
  });
});
