import { type Fields, isFields } from '../parse-json.ts';
import { ARGUMENT_NAMES, isTaken, takenName } from './names.ts';

/** No one reads a schema this deep. */
const MAX_DEPTH = 64;
/** Keywords whose value is not a schema, whatever it looks like. */
const VALUES = new Set(['enum', 'const', 'default', 'examples', 'example']);
/** Keywords whose keys are names, and not of arguments. */
const BY_NAME = new Set(['$defs', 'definitions', 'patternProperties', 'dependentSchemas']);

/** The names of arguments that Anthropic would refuse, each with the one that stands for it. */
export const oddNames = (schema: unknown): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  collect(schema, names, 0);
  return names;
};

const collect = (schema: unknown, names: Map<string, string>, depth: number): void => {
  if (depth > MAX_DEPTH || typeof schema !== 'object' || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (VALUES.has(key)) continue;
    if (key === 'properties' && isFields(value)) {
      for (const name of Object.keys(value)) {
        if (!isTaken(name, ARGUMENT_NAMES)) names.set(name, takenName(name, ARGUMENT_NAMES));
      }
    }
    for (const one of isParts(key, value) ? Object.values(value) : [value]) collect(one, names, depth + 1);
  }
};

const isParts = (key: string, value: unknown): value is Fields =>
  isFields(value) && (key === 'properties' || BY_NAME.has(key));

/** The schema with other names for some arguments, whose own names begin their descriptions. */
export const schemaWithNames = (schema: Fields, names: ReadonlyMap<string, string>): Fields =>
  renamed(schema, names, 0) as Fields;

const renamed = (schema: unknown, names: ReadonlyMap<string, string>, depth: number): unknown => {
  if (depth > MAX_DEPTH) return {};
  const inner = (value: unknown): unknown => renamed(value, names, depth + 1);
  if (Array.isArray(schema)) return schema.map(inner);
  if (!isFields(schema)) return schema;
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (VALUES.has(key)) return [key, value];
    if (key === 'required' && Array.isArray(value)) return [key, value.map((name) => names.get(name) ?? name)];
    if (!isParts(key, value)) return [key, inner(value)];
    const parts = Object.entries(value).map(([name, one]): [string, unknown] =>
      key === 'properties' && names.has(name) ? [names.get(name)!, described(inner(one), name)] : [name, inner(one)],
    );
    return [key, Object.fromEntries(parts)];
  });
  return Object.fromEntries(entries);
};

const described = (schema: unknown, name: string): unknown =>
  isFields(schema)
    ? { ...schema, description: [name, schema.description].filter((text) => typeof text === 'string').join(': ') }
    : schema;

/** The value with other keys, wherever they are: none of the names that stand for others is anybody's own. */
export const valueWithNames = (value: unknown, names: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((item) => valueWithNames(item, names));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [names.get(key) ?? key, valueWithNames(item, names)]),
  );
};
