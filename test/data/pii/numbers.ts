import { createHash } from 'node:crypto';
import type { Random } from './random.ts';

/** Valid numbers, made from the definitions of their check digits and not from the engine under test. */

export const luhnDigit = (body: string): string => {
  const sum = [...body].reverse().reduce((total, character, index) => {
    const value = Number(character) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return String((10 - (sum % 10)) % 10);
};

const CARD_FORMS: ReadonlyArray<readonly [string, number, readonly number[]]> = [
  ['4', 16, [4, 4, 4, 4]],
  ['51', 16, [4, 4, 4, 4]],
  ['2221', 16, [4, 4, 4, 4]],
  ['2202', 16, [4, 4, 4, 4]],
  ['37', 15, [4, 6, 5]],
  ['6011', 16, [4, 4, 4, 4]],
  ['3530', 16, [4, 4, 4, 4]],
];

const grouped = (digits: string, sizes: readonly number[], separator: string): string => {
  const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size));
  return ends.map((end, index) => digits.slice(end - sizes[index]!, end)).join(separator);
};

export const card = (random: Random): string => {
  const [prefix, length, sizes] = random.pick(CARD_FORMS);
  const body = prefix + random.digits(length - prefix.length - 1);
  return grouped(body + luhnDigit(body), sizes, random.pick(['', ' ', '-']));
};

/** As long as a card and no card. */
export const notCard = (random: Random): string => {
  const body = `4${random.digits(14)}`;
  return body + String((Number(luhnDigit(body)) + random.between(1, 9)) % 10);
};

const IBAN_FORMS: ReadonlyArray<readonly [string, string]> = [
  ['DE', '000000000000000000'],
  ['GB', 'AAAA00000000000000'],
  ['FR', '0000000000000000000000000'.slice(0, 23)],
  ['NL', 'AAAA0000000000'],
  ['ES', '00000000000000000000'],
  ['CH', '00000000000000000'],
  ['PL', '000000000000000000000000'],
];

export const iban = (random: Random): string => {
  const [country, form] = random.pick(IBAN_FORMS);
  const account = [...form]
    .map((kind) => (kind === 'A' ? random.text('ABCDEFGHJKLMNPRSTUVW', 1) : random.digits(1)))
    .join('');
  const number = [...`${account}${country}00`].map((character) => Number.parseInt(character, 36)).join('');
  const check = String(98n - (BigInt(number) % 97n)).padStart(2, '0');
  const compact = `${country}${check}${account}`;
  return random.pick([compact, compact.replace(/(.{4})(?=.)/g, '$1 ')]);
};

const weigh = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);

export const inn = (random: Random): string => {
  const region = String(random.between(1, 89)).padStart(2, '0');
  if (random.below(2) === 0) {
    const body = region + random.digits(7);
    return body + String((weigh(body, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
  }
  const body = region + random.digits(8);
  const first = body + String((weigh(body, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
  return first + String((weigh(first, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
};

export const snils = (random: Random): string => {
  const body = `1${random.digits(8)}`;
  const check = String((weigh(body, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100).padStart(2, '0');
  const [one, two, three] = [body.slice(0, 3), body.slice(3, 6), body.slice(6)];
  return random.pick([
    `${one}-${two}-${three} ${check}`,
    `${one}-${two}-${three}-${check}`,
    `${one} ${two} ${three} ${check}`,
  ]);
};

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

export const bitcoin = (random: Random): string => {
  const payload = Buffer.from([0, ...Array.from({ length: 20 }, () => random.below(256))]);
  const bytes = Buffer.concat([payload, sha256(sha256(payload)).subarray(0, 4)]);
  let number = BigInt(`0x${bytes.toString('hex')}`);
  let address = '';
  for (; number > 0n; number /= 58n) address = BASE58[Number(number % 58n)] + address;
  for (let at = 0; bytes[at] === 0; at += 1) address = `1${address}`;
  return address;
};

export const ethereum = (random: Random): string => `0x${random.text('0123456789abcdef', 40)}`;
