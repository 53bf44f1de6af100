import { invalid } from '../errors.ts';

/** Exact decimal numbers: 38 significant digits, magnitude 1e-130 to 9.99e125. `text` is plain or scientific notation. */
type Decimal = { digits: bigint; scale: number };

const SHAPE = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
const MAX_DIGITS = 38;
const MAX_EXPONENT = 125;
const SMALLEST_EXPONENT = -130;

export function compareDecimals(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** @throws DynamoDbError when the sum has too many digits or too large a magnitude. */
export function addDecimals(a: string, b: string): string {
  const [left, right, scale] = aligned(a, b);
  return format({ digits: left + right, scale });
}

export function subtractDecimals(a: string, b: string): string {
  const [left, right, scale] = aligned(a, b);
  return format({ digits: left - right, scale });
}

export function significantDigits(text: string): number {
  const { coefficient } = scientific(text);
  return coefficient === '0' ? 0 : coefficient.length;
}

/**
 * Bytes whose order is the order of the numbers: sign, exponent, digits. Digits of a negative number are complemented and closed
 * by 0xff, so that of two numbers with the same beginning the longer one is the smaller.
 */
export function sortableDecimal(text: string): Buffer {
  const { negative, coefficient, exponent } = scientific(text);
  if (coefficient === '0') return Buffer.from([0x80]);
  const biased = exponent - SMALLEST_EXPONENT;
  const digits = Buffer.from(coefficient, 'latin1');
  if (!negative) return Buffer.concat([Buffer.from([0x81, biased]), digits]);
  const complement = digits.map((digit) => 0x69 - digit);
  return Buffer.concat([Buffer.from([0x7f, 0xff - biased]), complement, Buffer.from([0xff])]);
}

function parse(text: string): Decimal {
  const [, sign, whole = '', fraction = '', exponent = '0'] = SHAPE.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '') {
    throw invalid(`The parameter cannot be converted to a numeric value: ${text}`);
  }
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length - Number(exponent) };
}

function aligned(a: string, b: string): [bigint, bigint, number] {
  const left = parse(a);
  const right = parse(b);
  const scale = Math.max(left.scale, right.scale);
  return [atScale(left, scale), atScale(right, scale), scale];
}

const atScale = ({ digits, scale }: Decimal, wanted: number) => digits * 10n ** BigInt(wanted - scale);

/** `coefficient` has neither leading nor trailing zeros; the value is d.ddd × 10^exponent. */
function scientific(text: string): { negative: boolean; coefficient: string; exponent: number } {
  const { digits, scale } = parse(text);
  const magnitude = (digits < 0n ? -digits : digits).toString();
  const coefficient = magnitude.replace(/0+$/, '') || '0';
  return { negative: digits < 0n, coefficient, exponent: magnitude.length - 1 - scale };
}

function format({ digits, scale }: Decimal): string {
  const magnitude = (digits < 0n ? -digits : digits).toString();
  if (magnitude === '0') return '0';
  const exponent = magnitude.length - 1 - scale;
  if (exponent > MAX_EXPONENT) {
    throw invalid('Number overflow. Attempting to store a number with magnitude larger than supported range');
  }
  if (exponent < SMALLEST_EXPONENT) {
    throw invalid('Number underflow. Attempting to store a number with magnitude smaller than supported range');
  }
  if (magnitude.replace(/0+$/, '').length > MAX_DIGITS) {
    throw invalid('Attempting to store more than 38 significant digits in a Number');
  }
  const padded = scale > 0 ? magnitude.padStart(scale + 1, '0') : magnitude + '0'.repeat(-scale);
  const point = scale > 0 ? padded.length - scale : padded.length;
  const fraction = padded.slice(point).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${padded.slice(0, point)}${fraction && `.${fraction}`}`;
}
