import { readableName } from './readable-name';

describe('a name that the NHS register writes in capitals', () => {
  it.each([
    ['GREAT CLACTON MEDICAL PRACTICE', 'Great Clacton Medical Practice'],
    ['HMP WINCHESTER', 'HMP Winchester'],
    ['RUNCORN GP EXTRA', 'Runcorn GP Extra'],
    ['NORTHSHIRE PMS PRACTICE', 'Northshire PMS Practice'],
    ['GLOUCESTERSHIRE CARE SERVICES NHS TRUST', 'Gloucestershire Care Services NHS Trust'],
    ['DR SK MAHTHA PRACTICE', 'Dr SK Mahtha Practice'],
    ["DR LHF WALTON'S PRACTICE", "Dr LHF Walton's Practice"],
    ['DR. N.J. BHATT & DR. H.M. BENN', 'Dr. N.J. Bhatt & Dr. H.M. Benn'],
    ["DR O'KANE & PTNRS", "Dr O'Kane & Ptnrs"],
    ['DR MCDONALD PRACTICE', 'Dr McDonald Practice'],
    ['CLACTON-ON-SEA', 'Clacton-on-Sea'],
    ['IC24 LTD (CRAWLEY OOH)', 'IC24 Ltd (Crawley OOH)'],
    ['THE CENTRE FOR HEALTH', 'The Centre for Health'],
    ['60 THE STREET', '60 The Street'],
    ['2ND FLOOR', '2nd Floor'],
    ['  TWO   SPACES  ', 'Two Spaces'],
    ['', ''],
  ])('"%s" is shown as "%s"', (source, name) => {
    expect(readableName(source)).toBe(name);
  });

  it('is left alone when somebody has already written it with small letters', () => {
    expect(readableName('MyHealth @ the Park')).toBe('MyHealth @ the Park');
  });
});
