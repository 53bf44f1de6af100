import { createRequire } from 'node:module';

type Metric = {
  labels?: Record<string, string>;
  value?: string;
  count?: string;
  sum?: string;
  buckets?: Record<string, string>;
};
type Family = { name: string; help: string; type: string; metrics: Metric[] };

/** It exports nothing but a default, and has no types. */
const parse = createRequire(import.meta.url)('parse-prometheus-text-format') as (text: string) => Family[];

type Series = { labels: Record<string, string>; value: number };

/** What a monitoring system has read. */
export type Scrape = {
  families: Family[];
  has(name: string): boolean;
  /** All series of a name, `…_sum` and `…_count` of durations included. */
  series(name: string): Series[];
  /** The one value of a name, among those with these labels. */
  value(name: string, labels?: Record<string, string>): number;
};

/** By a parser of others, which takes the text apart as Prometheus does. */
export const scrapeIn = (text: string): Scrape => {
  const families = parse(text);
  const series = (name: string): Series[] => {
    const [, base = '', part] = /^(.*?)(?:_(sum|count))?$/.exec(name) ?? [];
    const plain = families.find((family) => family.name === name);
    const durations = families.find((family) => family.name === base);
    const read = (value: string | undefined, labels = {}): Series => ({ labels, value: Number(value) });
    if (plain) return plain.metrics.map(({ value, labels }) => read(value, labels));
    return (durations?.metrics ?? []).map(({ labels, sum, count }) => read(part === 'sum' ? sum : count, labels));
  };
  return {
    families,
    has: (name) => series(name).length > 0,
    series,
    value: (name, wanted = {}) => {
      const found = series(name).filter(({ labels }) =>
        Object.entries(wanted).every(([label, value]) => labels[label] === value),
      );
      if (found.length !== 1) throw new Error(`There are ${found.length} series ${name} ${JSON.stringify(wanted)}.`);
      return found[0]?.value ?? Number.NaN;
    },
  };
};
