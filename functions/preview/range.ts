/** A part of a file: both ends included, as `Content-Range` counts. */
export type Part = { first: number; last: number };

/**
 * The one range that `Range` asks for, of a file of `size` bytes: `bytes=0-99`, `bytes=100-` or `bytes=-100`. `beyond`: there is
 * nothing of it. Anything else asks for the whole, as RFC 9110 (14.2) lets it.
 */
export const partOf = (header: string | undefined, size: number): Part | 'whole' | 'beyond' => {
  const [, from, to] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'whole';
  if (from === '')
    return to === '0' || size === 0 ? 'beyond' : { first: Math.max(0, size - Number(to)), last: size - 1 };
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return 'whole';
  return first >= size ? 'beyond' : { first, last };
};

/** Whether a client has what a tag names, by its `If-None-Match` (RFC 9110, 13.1.2: compared without regard to weakness). */
export const hasAlready = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')));
