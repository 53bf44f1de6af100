import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '../tool.ts';

/** A `$ref` to a `$ref`, or alternatives within alternatives, at the top of a schema. */
const MAX_DEPTH = 8;
/** Branches that refer to their own schema multiply at each level; an honest one has a few dozen in all. */
const MAX_PARTS = 1_000;

export const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A schema of arguments as a plain object at its top: a reference is resolved, alternatives are merged into one list of
 * properties, of which those are required that every alternative requires. `undefined`: no object fits it.
 */
export const asObject = (schema: JsonSchema): { schema: JsonSchema; saysLess: boolean } | undefined => {
  const saysLess = ['$ref', 'anyOf', 'oneOf', 'allOf', 'not', 'enum', 'const'].some((key) => key in schema);
  const flat = saysLess ? flattened(schema, { root: schema, parts: 0 }, 0) : schema;
  if (!takesObject(flat)) return undefined;
  return { schema: { ...flat, type: 'object' }, saysLess };
};

const takesObject = ({ type }: JsonSchema): boolean =>
  type === undefined || type === null || type === 'object' || (Array.isArray(type) && type.includes('object'));

/** The whole schema, and how many of its parts were merged so far. */
type Merging = { readonly root: JsonSchema; parts: number };

const flattened = (schema: JsonSchema, merging: Merging, depth: number): JsonSchema => {
  merging.parts += 1;
  if (depth > MAX_DEPTH || merging.parts > MAX_PARTS) return {};
  const { $ref, anyOf, oneOf, allOf, not: _, enum: __, const: ___, ...own } = schema;
  const deeper = (one: JsonSchema): JsonSchema => flattened(one, merging, depth + 1);
  const target = referred(merging.root, $ref);
  const parts = [
    ...(target ? [deeper(target)] : []),
    ...branches(allOf).map(deeper),
    ...[anyOf, oneOf].filter(Array.isArray).map((list) => anyOne(branches(list).map(deeper))),
  ];
  return parts.reduce((whole, part) => both(whole, part), own);
};

const branches = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.filter(isSchema) : []);

/** `#/$defs/Input`: a place within the same schema; others are not looked up. */
const referred = (root: JsonSchema, ref: unknown): JsonSchema | undefined => {
  if (typeof ref !== 'string' || !ref.startsWith('#')) return undefined;
  const steps = ref.split('/').slice(1);
  const found = steps.reduce<unknown>((place, step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return isSchema(place) && Object.hasOwn(place, name) ? place[name] : undefined;
  }, root);
  return isSchema(found) ? found : undefined;
};

const propertiesOf = ({ properties }: JsonSchema): JsonSchema => (isSchema(properties) ? properties : {});
const requiredOf = ({ required }: JsonSchema): unknown[] => (Array.isArray(required) ? required : []);

/** What fits both. Whether further properties may be there is left open: neither knew of the other's. */
const both = (one: JsonSchema, other: JsonSchema): JsonSchema => {
  const { additionalProperties: _, unevaluatedProperties: __, ...rest } = { ...other, ...one };
  return {
    ...rest,
    properties: joined(propertiesOf(one), propertiesOf(other), 'allOf'),
    required: [...new Set([...requiredOf(one), ...requiredOf(other)])],
  };
};

/** What fits one of several, of which only those that take an object can be meant. */
const anyOne = (all: JsonSchema[]): JsonSchema => {
  const [first, ...others] = all.filter(takesObject);
  if (!first) return all[0] ? { type: all[0].type } : {};
  return others.reduce(
    (merged, other) => ({
      properties: joined(propertiesOf(merged), propertiesOf(other), 'anyOf'),
      required: requiredOf(merged).filter((name) => requiredOf(other).includes(name)),
    }),
    { properties: propertiesOf(first), required: requiredOf(first) } as JsonSchema,
  );
};

const joined = (one: JsonSchema, other: JsonSchema, how: 'anyOf' | 'allOf'): JsonSchema => {
  const whole = new Map(Object.entries(one));
  for (const [name, schema] of Object.entries(other)) {
    const known = whole.get(name);
    const isNew = known === undefined || isDeepStrictEqual(known, schema);
    whole.set(name, isNew ? schema : { [how]: [known, schema] });
  }
  return Object.fromEntries(whole);
};
