import { SourceMap } from 'node:module';
import { type Site, writeSites } from './sites.ts';

/** What may become of a write. `refused`: its condition did not hold. The others are where a process or an answer is lost. */
export const POINTS = ['done', 'refused', 'died before', 'died after', 'answer lost'] as const;
export type Point = (typeof POINTS)[number];
export type Line = { transition: string } & Record<Point, number>;

const MAX_FRAMES = 40;

/**
 * Counts what became of each write of the protocols. A write is told by the innermost place on the stack that writes in one
 * of their rooms; the bundle's map leads from there to the source.
 */
export class Coverage {
  readonly #sites: Site[];
  readonly #maps: Map<string, SourceMap>;
  readonly #counts: Map<string, Map<Point, number>>;
  /** Places in the bundle, and which write each is; the same few come again and again. */
  readonly #known = new Map<string, string | undefined>();

  constructor(maps: ReadonlyMap<string, string>) {
    this.#maps = new Map([...maps].map(([script, map]) => [script, new SourceMap(JSON.parse(map))]));
    this.#sites = writeSites();
    this.#counts = new Map(this.#sites.map(({ name }) => [name, new Map()]));
  }

  /** The write that is being made, if it is one of the protocols'. */
  here(): string | undefined {
    for (const frame of frames()) {
      const place = `${frame.getFileName()}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
      if (!this.#known.has(place)) this.#known.set(place, this.#siteAt(frame));
      const site = this.#known.get(place);
      if (site !== undefined) return site;
    }
    return undefined;
  }

  count(site: string, point: Point): void {
    const counts = this.#counts.get(site);
    counts?.set(point, (counts.get(point) ?? 0) + 1);
  }

  lines(): Line[] {
    return [...this.#counts].map(([transition, counts]) => {
      const points = Object.fromEntries(POINTS.map((point) => [point, counts.get(point) ?? 0]));
      return { transition, ...(points as Record<Point, number>) };
    });
  }

  #siteAt(frame: NodeJS.CallSite): string | undefined {
    const line = frame.getLineNumber();
    const map = this.#maps.get(frame.getFileName() ?? '');
    if (line === null || !map) return undefined;
    const entry = map.findEntry(line - 1, (frame.getColumnNumber() ?? 1) - 1);
    if (!('originalSource' in entry)) return undefined;
    const at = entry.originalLine + 1;
    return this.#sites.find(({ file, from, to }) => entry.originalSource.endsWith(file) && from <= at && at <= to)
      ?.name;
  }
}

/** The pairs that no life has met: `bus/work/claim claimTask updateItem: died after`. */
export const neverHit = (lines: readonly Line[]): string[] =>
  lines.flatMap((line) =>
    POINTS.filter((point) => point !== 'refused' && line[point] === 0).map((point) => `${line.transition}: ${point}`),
  );

const frames = (): NodeJS.CallSite[] => {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.prepareStackTrace = (_error, sites) => sites;
  Error.stackTraceLimit = MAX_FRAMES;
  const { stack } = new Error() as unknown as { stack: NodeJS.CallSite[] };
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  return stack;
};
