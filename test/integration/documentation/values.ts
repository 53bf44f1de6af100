import fc from 'fast-check';

export type Schema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
};

/** Longer texts and lists are other tests' business. */
const MORE = 12;
/** From here on fields that may be absent are. */
const DEEP = 6;

/** `named`: the schemas of the document. `known`: values of some of them that exist, beside invented ones. */
export type Names = { named: Record<string, Schema>; known: Record<string, string[]> };

/** Any JSON value a schema describes. */
export const anyValueOf = (schema: Schema, names: Names, depth = 0): fc.Arbitrary<unknown> => {
  if (schema.$ref !== undefined) return namedValue(schema.$ref.split('/').at(-1) ?? '', names, depth);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return fc.oneof(...branches.map((branch) => anyValueOf(branch, names, depth + 1)));
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => anyValueOf({ ...schema, type }, names, depth)));
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer(bounds(schema, 1_000_000));
    case 'number':
      return fc
        .double({ ...bounds(schema, 1_000_000), noNaN: true })
        .map((value) => (Object.is(value, -0) ? 0 : value));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return listOf(schema, names, depth);
    case 'object':
      return objectOf(schema, names, depth);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
};

const namedValue = (name: string, names: Names, depth: number): fc.Arbitrary<unknown> => {
  const invented = anyValueOf(names.named[name] ?? {}, names, depth);
  const known = names.known[name];
  return known ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, invented) : invented;
};

const bounds = ({ minimum, maximum }: Schema, far: number): { min: number; max: number } => {
  const min = Math.max(minimum ?? -far, -far);
  return { min, max: Math.max(min, Math.min(maximum ?? far, min + far)) };
};

const textOf = (schema: Schema): fc.Arbitrary<string> => {
  const { pattern, format, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  if (pattern?.includes('@(')) return fc.emailAddress().filter((text) => new RegExp(pattern).test(text));
  if (format === 'date-time')
    return fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
  if (format === 'date')
    return fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { maxLength: 200 }).filter(fits);
  const most = Math.min(maxLength, minLength + MORE);
  return fc.string({ minLength, maxLength: most, unit: 'grapheme' }).filter(fits);
};

const listOf = ({ items = {}, minItems = 0, maxItems }: Schema, names: Names, depth: number) =>
  fc.array(anyValueOf(items, names, depth + 1), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems ?? 3, depth > DEEP ? 0 : 3)),
  });

const objectOf = (schema: Schema, names: Names, depth: number): fc.Arbitrary<Record<string, unknown>> => {
  const { properties = {}, required = [], additionalProperties, propertyNames = { type: 'string' } } = schema;
  if (typeof additionalProperties === 'object' && Object.keys(properties).length === 0)
    return fc.dictionary(textOf(propertyNames), anyValueOf(additionalProperties, names, depth + 1), { maxKeys: 3 });
  const fields = Object.entries(properties).filter(([name]) => required.includes(name) || depth <= DEEP);
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, anyValueOf(field, names, depth + 1)])), {
    requiredKeys: required,
    noNullPrototype: true,
  });
};
