/** Billionths of a US dollar: every price of a token is a whole number of them, so that sums stay exact. */
export const dollars = (amount: number): number => Math.round(amount * 1_000_000_000);

export const inDollars = (billionths: number): number => billionths / 1_000_000_000;
