import { createHash } from 'node:crypto';

/** In every line that a hunt adds to look at something, and in every line that such a line prints. */
const SIGN = 'artel-hunt-';
const MARKER = /artel-hunt-[0-9a-f]{12}/;

/** One hunt's own, so that two at work in one project do not take each other's lines for theirs. */
export const markerOf = (hunt: string): string =>
  `${SIGN}${createHash('sha256').update(hunt).digest('hex').slice(0, 12)}`;

export const hasMarker = (text: string): boolean => MARKER.test(text);

/** The text without the lines that a hunt has added, whichever. */
export const withoutMarkers = (text: string): string =>
  text
    .split(/(?<=\n)/)
    .filter((line) => !hasMarker(line))
    .join('');
