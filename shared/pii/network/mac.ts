import { SCORE, type Sink } from '../types.ts';

const colons = /(?<![0-9A-Za-z:])(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}(?![0-9A-Za-z]|:[0-9A-Fa-f]{2})/y;
const dashes = /^(?:[0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2}$/;
const dotted = /(?<![0-9A-Za-z.])(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}(?![0-9A-Za-z]|\.[0-9A-Fa-f])/y;
/** Nobody's and everybody's address. */
const nobody = /^(?:[0.:-]+|[f.:-]+)$/i;

const add = (text: string, start: number, end: number, sink: Sink): boolean => {
  if (nobody.test(text.slice(start, end))) return false;
  sink('MAC', start, end, SCORE.shape);
  return true;
};

/** A MAC address whose first colon stands at `colon`. */
export const findMacAround = (text: string, colon: number, sink: Sink): boolean => {
  colons.lastIndex = colon - 2;
  return colon >= 2 && colons.test(text) && add(text, colon - 2, colons.lastIndex, sink);
};

/** A run of token characters that is a MAC address written with dashes. */
export const findMacRun = (text: string, start: number, end: number, sink: Sink): boolean =>
  end - start === 17 && dashes.test(text.slice(start, end)) && add(text, start, end, sink);

/** The form `0123.4567.89ab` that starts at `start`; it needs a letter, or it is a number with dots. */
export const findMacDotted = (text: string, start: number, sink: Sink): boolean => {
  dotted.lastIndex = start;
  if (!dotted.test(text) || !/[a-f]/i.test(text.slice(start, dotted.lastIndex))) return false;
  return add(text, start, dotted.lastIndex, sink);
};
