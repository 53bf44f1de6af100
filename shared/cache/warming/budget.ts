import type { Access } from './pattern.ts';

/** What warming one scope may take. */
export type Budget = {
  /** Of JSON text, held until it is asked for. */
  max_bytes: number;
  /** From the first look at the pattern on. */
  max_ms: number;
  /** US dollars for reads. */
  max_cost: number;
};

export const DEFAULT_BUDGET: Budget = { max_bytes: 2 * 1024 * 1024, max_ms: 2_000, max_cost: 0.000_05 };

/** Read request units on demand, consistent: one for each 4 KB. Source: Amazon DynamoDB pricing, us-east-1, November 2026. */
const UNIT_COST = 0.125e-6;
const UNIT_BYTES = 4 * 1024;
/** Source: Amazon S3 pricing, us-east-1, GET of the standard class. */
const GET_COST = 0.4e-6;
/** Versions, times and names of an item. */
const ITEM_OVERHEAD = 500;

/** What reading a value costs at most: from the table, and from objects if it is not there any more. */
export const costOf = ({ bytes, lasts }: Access): number =>
  Math.ceil((bytes + ITEM_OVERHEAD) / UNIT_BYTES) * UNIT_COST + (lasts === true ? GET_COST : 0);

/** As many of the most worthwhile values as the budget has room for; a large one does not keep smaller ones out. */
export const within = (accesses: readonly Access[], { max_bytes, max_cost }: Budget): Access[] => {
  let bytes = 0;
  let cost = 0;
  return accesses.filter((access) => {
    const fits = bytes + access.bytes <= max_bytes && cost + costOf(access) <= max_cost;
    if (!fits) return false;
    bytes += access.bytes;
    cost += costOf(access);
    return true;
  });
};
