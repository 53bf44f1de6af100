import { runtimeFailure, StateFailure } from './failure.ts';
import { isObject, read, type Sources, write } from './path.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html: 256 KiB as UTF-8. */
const LARGEST = 256 * 1024;

/** Fills a payload template (Parameters, ResultSelector): a key that ends in `.$` holds a path to its value. */
export function fill(template: unknown, sources: Sources): unknown {
  if (Array.isArray(template)) return template.map((item) => fill(item, sources));
  if (!isObject(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$') ? [key.slice(0, -2), found(key, String(value), sources)] : [key, fill(value, sources)],
    ),
  );
}

/** InputPath or OutputPath: absent leaves the data as it is, null stands for an empty object. */
export function select(field: string, path: string | null | undefined, sources: Sources): unknown {
  if (path === undefined) return sources.data;
  return path === null ? {} : found(field, path, sources);
}

/** ResultPath: where in the input of the state its result goes; null drops the result. */
export function writeResult(path: string | null | undefined, input: unknown, result: unknown): unknown {
  if (path === null) return input;
  if (path === undefined || path === '$') return result;
  const placed = write(path, input, result);
  if (placed !== undefined) return placed;
  throw new StateFailure(
    'States.ResultPathMatchFailure',
    `Unable to apply ReferencePath ${path} to input ${JSON.stringify(input)}`,
  );
}

/** @throws StateFailure for a path that leads nowhere: such an execution fails, whatever the state catches. */
export function found(field: string, path: string, sources: Sources): unknown {
  const value = read(path, sources);
  if (value !== undefined) return value;
  const where = JSON.stringify(path.startsWith('$$') ? sources.context : sources.data);
  throw runtimeFailure(
    `The JSONPath '${path}' specified for the field '${field}' could not be found in the input '${where}'`,
  );
}

/** @throws StateFailure for data that AWS would not carry from one state to the next. */
export function withinLimit(stateName: string, value: unknown): unknown {
  if (Buffer.byteLength(JSON.stringify(value)) <= LARGEST) return value;
  throw new StateFailure(
    'States.DataLimitExceeded',
    `The state/task '${stateName}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}
