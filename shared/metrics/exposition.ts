/** `quantile` and `le` are Prometheus's own labels; values of all others are ids and closed sets of words. */
export type Labels = Record<string, string>;
export type Sample = { suffix?: '_bucket' | '_sum' | '_count'; labels?: Labels; value: number };
export type Family = {
  name: string;
  type: 'counter' | 'gauge' | 'histogram' | 'summary';
  help: string;
  samples: Sample[];
};

export const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Source: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
export const exposition = (families: readonly Family[]): string =>
  families
    .filter(({ samples }) => samples.length > 0)
    .flatMap(({ name, type, help, samples }) => [
      `# HELP ${name} ${escapedHelp(help)}`,
      `# TYPE ${name} ${type}`,
      ...samples.map(({ suffix = '', labels, value }) => `${name}${suffix}${labelText(labels)} ${valueText(value)}`),
    ])
    .map((line) => `${line}\n`)
    .join('');

const labelText = (labels: Labels = {}): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapedLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

const escapedHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
const escapedLabel = (text: string): string => escapedHelp(text).replaceAll('"', '\\"');
const valueText = (value: number): string => (value === Number.POSITIVE_INFINITY ? '+Inf' : String(value));

export const gauge = (name: string, help: string, value: number | undefined): Family => ({
  name,
  type: 'gauge',
  help,
  samples: value === undefined ? [] : [{ value }],
});

export const counter = (name: string, help: string, value: number): Family => ({
  name,
  type: 'counter',
  help,
  samples: [{ value }],
});

/** One series for each of `of`. */
export const labelled = <T>(
  family: Omit<Family, 'samples'>,
  of: readonly T[],
  series: (one: T) => { labels: Labels; value: number },
): Family => ({ ...family, samples: of.map(series) });

/** Counts by bucket, the last without a bound, and their sum; bounds and sum in milliseconds, shown in seconds. */
export type Durations = { buckets: readonly number[]; milliseconds: number };

export const histogram = (
  name: string,
  help: string,
  { bounds, durations }: { bounds: readonly number[]; durations: Durations },
): Family => {
  let counted = 0;
  const upTo = [...bounds, Number.POSITIVE_INFINITY].map((bound, at): Sample => {
    counted += durations.buckets[at] ?? 0;
    return { suffix: '_bucket', labels: { le: valueText(bound / 1_000) }, value: counted };
  });
  return {
    name,
    type: 'histogram',
    help,
    samples: [...upTo, { suffix: '_sum', value: durations.milliseconds / 1_000 }, { suffix: '_count', value: counted }],
  };
};
