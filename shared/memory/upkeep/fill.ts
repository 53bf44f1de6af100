/** `nearly_full`: little room is left. `full`: the least valuable memories go. */
export type Fill = 'nearly_full' | 'full';

/** Of `max_vectors`, from where on the owner is told that memories will soon be forgotten. */
const NEARLY_FULL = 0.8;

export type Size = { count: number; maxVectors: number };

/** How full a memory is, where that is worth an alert. */
export const fillOf = ({ count, maxVectors }: Size): Fill | null =>
  count > maxVectors ? 'full' : count >= NEARLY_FULL * maxVectors ? 'nearly_full' : null;

/** An alert for the one memory with which a limit was passed; the next says nothing new. */
export const alertOf = ({ count, maxVectors }: Size): Fill | null => {
  const fill = fillOf({ count, maxVectors });
  return fill === fillOf({ count: count - 1, maxVectors }) ? null : fill;
};
