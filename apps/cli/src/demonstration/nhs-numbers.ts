/** The ten digits of an NHS number from its first nine; null where the nine have no check digit (Modulus 11). */
export function nhsNumberFrom(nine: string): string | null {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : `${nine}${check}`;
}
