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

/** Of a parameter that has several forms: the one that begins with this value. `order` of `asc` → `OrderAsc` */
const titleOfForm = ({ name, schema }: Json): string => {
  const { default: value } = schema as { default?: unknown };
  return titleOf(`${name} ${value ?? ''}`);
};

/**
 * What stands in the document often, by its text, and what it is called there: by its name the most frequent form, others by what
 * they are where nothing is given. What has no name left stays where it is.
 */
const repeated = (parameters: readonly Json[]): Map<string, { title: string; parameter: Json }> => {
  const counts = new Map<string, { parameter: Json; count: number }>();
  for (const parameter of parameters) {
    const text = JSON.stringify(parameter);
    counts.set(text, { parameter, count: (counts.get(text)?.count ?? 0) + 1 });
  }
  const byFrequency = [...counts]
    .filter(([, { count }]) => count >= MIN_REPEATS)
    .sort(([, one], [, other]) => other.count - one.count);
  const titles = new Set<string>();
  const named = new Map<string, { title: string; parameter: Json }>();
  for (const [text, { parameter }] of byFrequency) {
    const title = [titleOf(String(parameter.name)), titleOfForm(parameter)].find((one) => !titles.has(one));
    if (title === undefined) continue;
    titles.add(title);
    named.set(text, { title, parameter });
  }
  return named;
};

type WithParameters = { parameters?: Json[] };

/** The paths with what many operations take as references, and what those refer to. */
export const shareParameters = (paths: Record<string, Json>): { paths: Record<string, Json>; named: Json } => {
  const methods = Object.values(paths).flatMap((path) => Object.values(path) as WithParameters[]);
  const often = repeated(methods.flatMap(({ parameters = [] }) => parameters).filter(({ $ref }) => $ref === undefined));
  const referred = (parameter: Json): Json => {
    const known = often.get(JSON.stringify(parameter));
    return known ? shared(known.title) : parameter;
  };
  const inPath = (path: Json): Json =>
    Object.fromEntries(
      Object.entries(path as Record<string, WithParameters>).map(([method, operation]) => [
        method,
        operation.parameters ? { ...operation, parameters: operation.parameters.map(referred) } : operation,
      ]),
    );
  return {
    paths: Object.fromEntries(Object.entries(paths).map(([path, methods]) => [path, inPath(methods)])),
    named: Object.fromEntries([...often.values()].map(({ title, parameter }) => [title, parameter])),
  };
};
