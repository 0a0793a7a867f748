/** The years that the table below holds. */
export const BANK_HOLIDAYS_UNTIL = 2030;

/**
 * The bank holidays of England and Wales, with their substitute days, entered from the rule of law: the Banking and Financial Dealings Act 1971, schedule 1, Good Friday and Christmas
 * Day by common law, and the days that are proclaimed each year (1 January, the first Monday in May). `working-days.spec.ts` compares the table with that rule. It was not copied from
 * https://www.gov.uk/bank-holidays: a day that is proclaimed for one year, or moved, is looked up there and changed here.
 */
export const BANK_HOLIDAYS: ReadonlySet<string> = new Set([
  '2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26',
  '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28',
  '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28',
  '2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26',
  '2029-01-01', '2029-03-30', '2029-04-02', '2029-05-07', '2029-05-28', '2029-08-27', '2029-12-25', '2029-12-26',
  '2030-01-01', '2030-04-19', '2030-04-22', '2030-05-06', '2030-05-27', '2030-08-26', '2030-12-25', '2030-12-26',
]);
