import { parseArgs } from 'node:util';

/** What `npm run profile --` is followed by: whose profile, how often it is done, and the file the flame graph goes to. */
export type Wanted = { name: string; amount?: number; out?: string };

/** @throws Error that says what there is */
export const wantedOf = (argv: string[], known: readonly string[]): Wanted => {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { amount: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0 || !known.includes(name)) {
    throw new Error(`Say whose profile: npm run profile -- ${known.join('|')} [--amount N] [--out FILE]`);
  }
  const amount = values.amount === undefined ? undefined : Number(values.amount);
  if (amount !== undefined && !(Number.isInteger(amount) && amount > 0)) {
    throw new Error(`--amount is a whole number above 0, not "${values.amount}".`);
  }
  return { name, ...(amount !== undefined && { amount }), ...(values.out !== undefined && { out: values.out }) };
};
