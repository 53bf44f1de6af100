const digit = (digits: string, index: number): number => digits.charCodeAt(index) - 48;

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * digit(digits, index), 0);

/** ISO/IEC 7812-1, annex B. */
export const isLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let index = digits.length - 1, twice = false; index >= 0; index -= 1, twice = !twice) {
    const value = digit(digits, index) * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
};

/** ISO 7064 MOD 97-10 over letters as two-digit numbers, as an IBAN has it (ISO 13616). */
export const isMod97 = (account: string): boolean => {
  let rest = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
};

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12_FIRST = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12_SECOND = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const innDigit = (digits: string, weights: readonly number[]): boolean =>
  (weighted(digits, weights) % 11) % 10 === digit(digits, weights.length);

/** Taxpayer number of an organisation (10 digits) or a person (12), order ЕД-7-14/559. */
export const isInn = (digits: string): boolean => {
  if (digits.startsWith('00')) return false;
  if (digits.length === 10) return innDigit(digits, INN_10);
  return digits.length === 12 && innDigit(digits, INN_12_FIRST) && innDigit(digits, INN_12_SECOND);
};

const SNILS = [9, 8, 7, 6, 5, 4, 3, 2, 1];

/** Insurance number of 11 digits, the last two its sum modulo 101, where 100 counts as 0. */
export const isSnils = (digits: string): boolean => {
  if (/^(\d)\1{8}/.test(digits)) return false;
  return (weighted(digits, SNILS) % 101) % 100 === Number(digits.slice(9));
};
