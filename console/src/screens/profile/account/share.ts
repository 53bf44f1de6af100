/** How much of a limit is used, from 0 to 1. Where nothing is allowed, all of it is. */
export const shareOf = (used: number, limit: number): number =>
  limit <= 0 ? 1 : Math.min(1, Math.max(0, used / limit));
