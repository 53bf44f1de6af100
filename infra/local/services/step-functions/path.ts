/** `$.a.b[0]` reads from the data of a state, `$$.Execution.Id` from the context object. */
export type Path = { from: 'data' | 'context'; steps: readonly (string | number)[] };

/** What paths are read from. */
export type Sources = { data: unknown; context: unknown };

const STEP = /\.([A-Za-z_][\w-]*)|\['([^'\\]+)'\]|\[(\d+)\]/y;
const parsed = new Map<string, Path | undefined>();

/**
 * Parses a reference path: one that can name one location only. `undefined` for anything else, wildcards, slices, filters
 * and `..` among them.
 */
export function parsePath(text: string): Path | undefined {
  if (!parsed.has(text)) parsed.set(text, parse(text));
  return parsed.get(text);
}

function parse(text: string): Path | undefined {
  const from = text.startsWith('$$') ? 'context' : 'data';
  if (!text.startsWith('$')) return undefined;
  const steps: (string | number)[] = [];
  STEP.lastIndex = from === 'context' ? 2 : 1;
  while (STEP.lastIndex < text.length) {
    const found = STEP.exec(text);
    if (!found) return undefined;
    const [, name, quoted, index] = found;
    steps.push(name ?? quoted ?? Number(index));
  }
  return { from, steps };
}

/** The value a path leads to, `undefined` where there is none: JSON itself knows no such value. */
export function read(text: string, sources: Sources): unknown {
  const path = parsePath(text);
  if (!path) throw new Error(`${text} is not a reference path`);
  let value = sources[path.from];
  for (const step of path.steps) {
    const fits = typeof step === 'number' ? Array.isArray(value) : isObject(value);
    if (!fits || !Object.hasOwn(value as object, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** A copy of `target` with `value` at the end of the path, objects made on the way. `undefined` where that cannot be. */
export function write(text: string, target: unknown, value: unknown): unknown {
  const steps = (parsePath(text)?.steps ?? []) as readonly string[];
  const put = (at: unknown, rest: readonly string[]): unknown => {
    const [step, ...further] = rest;
    if (step === undefined) return value;
    if (!isObject(at)) return undefined;
    const inner = put(Object.hasOwn(at, step) ? at[step] : {}, further);
    return inner === undefined ? undefined : { ...at, [step]: inner };
  };
  return put(target, steps);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
