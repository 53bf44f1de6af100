/** A part of a monthly budget: `money` in billionths of a US dollar, all whole numbers. */
export type Amount = { money: number; tokens: number; requests: number };

export const PARTS = ['money', 'tokens', 'requests'] as const satisfies readonly (keyof Amount)[];

export const NOTHING: Amount = { money: 0, tokens: 0, requests: 0 };

const combined = (one: Amount, other: Amount, combine: (a: number, b: number) => number): Amount => ({
  money: combine(one.money, other.money),
  tokens: combine(one.tokens, other.tokens),
  requests: combine(one.requests, other.requests),
});

export const plus = (one: Amount, other: Amount): Amount => combined(one, other, (a, b) => a + b);
export const minus = (one: Amount, other: Amount): Amount => combined(one, other, (a, b) => a - b);

/** The parts that are insufficient. What is not wanted is never lacking, even where too much was spent. */
export const lacking = (left: Amount, wanted: Amount): (keyof Amount)[] =>
  PARTS.filter((part) => wanted[part] > 0 && left[part] < wanted[part]);

/** As values of an expression: `{refund_money, refund_tokens, refund_requests}`. */
export const valuesOf = (name: string, amount: Amount): Record<string, number> =>
  Object.fromEntries(PARTS.map((part) => [`${name}_${part}`, amount[part]]));
