import type { JsonSchema } from '../tool.ts';
import { asObject, isSchema } from './flatten.ts';

/** No one reads a schema this deep; what lies below may be anything. */
const MAX_DEPTH = 32;
const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

/** Keywords whose value is a schema, a list of schemas, and schemas by name. */
const SCHEMA = new Set([
  ...['items', 'contains', 'additionalItems', 'unevaluatedItems', 'additionalProperties', 'unevaluatedProperties'],
  ...['propertyNames', 'not', 'if', 'then', 'else'],
]);
const SCHEMAS = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems']);
const BY_NAME = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);
/** Keywords whose value is not a schema, whatever it looks like. */
const VALUES = new Set(['default', 'const', 'examples', 'example']);

/** What a model is shown, and, where that says less than the server asks for, what calls are checked against. */
export type Parameters = { shown: JsonSchema; checked?: JsonSchema };

/**
 * A tool's `inputSchema` as every provider takes it. A provider refuses a whole request for one schema it does not know:
 * OpenAI one without `properties`, with `anyOf` and its like at the top or with arrays without `items`, Anthropic one with
 * `anyOf` at the top. `undefined`: no object fits it, so that nobody could call the tool.
 */
export const parametersOf = (inputSchema: unknown): Parameters | undefined => {
  const schema = inputSchema === undefined || inputSchema === null || inputSchema === true ? {} : inputSchema;
  if (!isSchema(schema)) return undefined;
  const flat = asObject(schema);
  if (!flat) return undefined;
  const shown = plain(flat.schema, 0);
  return flat.saysLess ? { shown, checked: plain(schema, 0) } : { shown };
};

/** Without what is not JSON Schema; `true`, and anything else that is not an object, is the schema of everything. */
const plain = (schema: unknown, depth: number): JsonSchema => {
  if (!isSchema(schema) || depth > MAX_DEPTH) return {};
  const kept: JsonSchema = {};
  for (const [key, value] of Object.entries(schema)) {
    const plainer = keyword(key, value, depth + 1);
    if (plainer !== undefined) kept[key] = plainer;
  }
  if (includes(kept.type, 'object') && kept.properties === undefined) kept.properties = {};
  if (includes(kept.type, 'array') && kept.items === undefined) kept.items = {};
  return kept;
};

const keyword = (key: string, value: unknown, depth: number): unknown => {
  if (VALUES.has(key)) return value;
  if (value === null) return undefined;
  if (key === 'type') return typesOf(value);
  if (key === 'enum') return Array.isArray(value) && value.length > 0 ? value : undefined;
  if (key === 'required') return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : undefined;
  if (key === 'title' || key === 'description') return typeof value === 'string' ? value : undefined;
  if (/^(additional|unevaluated)/.test(key) && typeof value === 'boolean') return value;
  if (SCHEMA.has(key)) return value === false ? undefined : plain(value, depth);
  if (SCHEMAS.has(key)) return listOf(value, depth);
  if (BY_NAME.has(key)) return isSchema(value) ? byName(value, depth) : undefined;
  return value;
};

const typesOf = (value: unknown): unknown => {
  if (!Array.isArray(value)) return TYPES.some((type) => type === value) ? value : undefined;
  const known = value.filter((one) => TYPES.some((type) => type === one));
  return known.length > 0 ? known : undefined;
};

/** `false` fits nothing: such a branch, and such a property, is not there. */
const listOf = (value: unknown, depth: number): JsonSchema[] | undefined => {
  const possible = Array.isArray(value) ? value.filter((one) => one !== false) : [];
  return possible.length > 0 ? possible.map((one) => plain(one, depth)) : undefined;
};

const byName = (schemas: JsonSchema, depth: number): JsonSchema =>
  Object.fromEntries(
    Object.entries(schemas)
      .filter(([, schema]) => schema !== false)
      .map(([name, schema]) => [name, plain(schema, depth)]),
  );

const includes = (type: unknown, name: string): boolean =>
  type === name || (Array.isArray(type) && type.includes(name));
