import type { Bundles } from './bundle.ts';

/** Minified code a function may have. A megabyte takes some 60 ms to load on a development machine, at every cold start. */
const LIMIT = 1_000_000;

type Sizes = Pick<Bundles, 'bytes'> & Partial<Pick<Bundles, 'lazy' | 'console'>>;

/** Sizes, largest first, each with what the function loads at first use, and the console's, for a terminal. */
export function sizeTable({ bytes, lazy = {}, console }: Sizes): string {
  const rows = Object.entries(bytes).sort((a, b) => b[1] - a[1]);
  const table = rows.map(([name, size]) => `  ${name.padEnd(16)}${inBytes(size).padStart(16)}${beside(lazy[name])}\n`);
  return [...table, ...(console ? [firstLoadOf(console)] : [])].join('');
}

/** Stops a deployment, and `npm run synth`, but not a local start. Counts what each start loads: `index.mjs`. */
export function refuseLarge(bytes: Record<string, number>): void {
  const large = Object.entries(bytes).filter(([, size]) => size > LIMIT);
  if (large.length === 0) return;
  const list = large.map(([name, size]) => `${name} has ${size} bytes of at most ${LIMIT}`).join(', ');
  throw new Error(`Bundles are too large: ${list}. See metafile.json beside them for what is inside.`);
}

const inBytes = (size: number): string => `${size.toLocaleString('en')} bytes`;

const firstLoadOf = ({ firstLoad, all }: NonNullable<Bundles['console']>): string =>
  `  the console's first load takes ${inBytes(firstLoad)} with gzip, all of it ${inBytes(all)}\n`;

const beside = (packages: Record<string, number> = {}): string => {
  const list = Object.entries(packages).map(([name, size]) => `${name} ${inBytes(size)}`);
  return list.length > 0 ? `  lazily: ${list.join(', ')}` : '';
};
