import { PayloadTooLarge, Unprocessable } from '../../shared/core/errors.ts';

/** Of one answer: as long as any file of any tier. A streamed answer may have 200 MB. */
export const MAX_ANSWER_BYTES = 10 * 1024 * 1024;

export type Range = { offset: number; length: number; isPart: boolean };

const whole: Range = { offset: 0, length: MAX_ANSWER_BYTES, isPart: false };

/**
 * The one range of a `Range` header, `bytes=0-99` or `bytes=100-`; anything else asks for the whole, as RFC 9110 (14.2) lets it.
 * A range that is longer than an answer is answered as far as one goes.
 */
export const rangeOf = (header: string | undefined): Range => {
  const [, first, last] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined) return whole;
  const offset = Number(first);
  const wanted = last === '' ? MAX_ANSWER_BYTES : Number(last) - offset + 1;
  return wanted < 1 ? whole : { offset, length: Math.min(wanted, MAX_ANSWER_BYTES), isPart: true };
};

/** A whole file has to fit; a part has to begin inside of it. */
export const mustBeAnswerable = ({ offset, isPart }: Range, size: number): void => {
  if (!isPart && size > MAX_ANSWER_BYTES)
    throw new PayloadTooLarge(`This file has ${size} bytes. Ask for parts of it with the header Range.`);
  if (isPart && offset >= size) throw new Unprocessable(`The range begins after the end: this file has ${size} bytes.`);
};
