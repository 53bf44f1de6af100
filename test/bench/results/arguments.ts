import { parseArgs } from 'node:util';

/** What `npm run bench --` is followed by: names of benchmarks, none for all, and where the results go as JSON. */
export type Wanted = { names: string[]; json?: string };

/** @throws Error that names what there is no benchmark or option for */
export const wantedOf = (argv: string[], known: readonly string[]): Wanted => {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { json: { type: 'string' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no benchmark ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  }
  const names = known.filter((name) => positionals.length === 0 || positionals.includes(name));
  return { names, ...(values.json !== undefined && { json: values.json }) };
};
