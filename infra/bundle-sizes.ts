/** Minified code a function may have. A megabyte takes some 60 ms to load on a development machine, at every cold start. */
const LIMIT = 1_000_000;
/** Functions that hold the model client: `openai` alone is 420 KB. Nobody waits for the sweeper; the others answer with a model. */
const LIMITS: Record<string, number> = { my: 1_500_000, 'agent-worker': 1_500_000, sweeper: 1_500_000 };

/** Sizes, largest first, for a terminal. */
export function sizeTable(bytes: Record<string, number>): string {
  const rows = Object.entries(bytes).sort((a, b) => b[1] - a[1]);
  return rows.map(([name, size]) => `  ${name.padEnd(16)}${size.toLocaleString('en').padStart(10)} bytes\n`).join('');
}

/** Stops a deployment, and `npm run synth`, but not a local start. */
export function refuseLarge(bytes: Record<string, number>): void {
  const limitOf = (name: string) => LIMITS[name] ?? LIMIT;
  const large = Object.entries(bytes).filter(([name, size]) => size > limitOf(name));
  if (large.length === 0) return;
  const list = large.map(([name, size]) => `${name} has ${size} bytes of at most ${limitOf(name)}`).join(', ');
  throw new Error(`Bundles are too large: ${list}. See metafile.json beside them for what is inside.`);
}
