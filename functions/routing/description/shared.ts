import type { Json } from './components.ts';
import { shared } from './parameters.ts';

/** `run_id` → `RunId` */
const titleOf = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** An operation of a project has two paths: what only its own two paths repeat needs no name. */
const MIN_REPEATS = 3;

/** What stands in the document often, by its text. Of each name only the most frequent form: others stay where they are. */
const repeated = (parameters: readonly Json[]): Map<string, Json> => {
  const counts = new Map<string, { parameter: Json; count: number }>();
  for (const parameter of parameters) {
    const text = JSON.stringify(parameter);
    counts.set(text, { parameter, count: (counts.get(text)?.count ?? 0) + 1 });
  }
  const byFrequency = [...counts]
    .filter(([, { count }]) => count >= MIN_REPEATS)
    .sort(([, one], [, other]) => other.count - one.count);
  const titles = new Set<string>();
  const named = new Map<string, Json>();
  for (const [text, { parameter }] of byFrequency) {
    const title = titleOf(String(parameter.name));
    if (titles.has(title)) continue;
    titles.add(title);
    named.set(text, parameter);
  }
  return named;
};

type WithParameters = { parameters?: Json[] };

/** The paths with what many operations take as references, and what those refer to. */
export const shareParameters = (paths: Record<string, Json>): { paths: Record<string, Json>; named: Json } => {
  const methods = Object.values(paths).flatMap((path) => Object.values(path) as WithParameters[]);
  const often = repeated(methods.flatMap(({ parameters = [] }) => parameters).filter(({ $ref }) => $ref === undefined));
  const referred = (parameter: Json): Json =>
    often.has(JSON.stringify(parameter)) ? shared(titleOf(String(parameter.name))) : parameter;
  const inPath = (path: Json): Json =>
    Object.fromEntries(
      Object.entries(path as Record<string, WithParameters>).map(([method, operation]) => [
        method,
        operation.parameters ? { ...operation, parameters: operation.parameters.map(referred) } : operation,
      ]),
    );
  return {
    paths: Object.fromEntries(Object.entries(paths).map(([path, methods]) => [path, inPath(methods)])),
    named: Object.fromEntries([...often.values()].map((parameter) => [titleOf(String(parameter.name)), parameter])),
  };
};
