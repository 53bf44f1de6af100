export type JsonSchema = Record<string, unknown>;

/** Follows a local `$ref`, and takes the first alternative that is not null. */
export function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (typeof schema.$ref === 'string') {
    const found = schema.$ref
      .replace(/^#\/?/, '')
      .split('/')
      .filter((part) => part !== '')
      .reduce<unknown>((value, part) => (isSchema(value) ? value[part] : undefined), root);
    return isSchema(found) ? resolve(found, root) : {};
  }
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (!Array.isArray(alternatives)) return schema;
  const first = alternatives.filter(isSchema).find(({ type }) => type !== 'null');
  return first ? resolve(first, root) : { type: 'null' };
}

/** Properties of an object schema by name. */
export function propertiesOf(schema: JsonSchema, root: JsonSchema): [string, JsonSchema][] {
  const { properties } = schema;
  if (!isSchema(properties)) return [];
  return Object.entries(properties).flatMap(([name, one]) => (isSchema(one) ? [[name, resolve(one, root)]] : []));
}

export function isRequired(schema: JsonSchema, name: string): boolean {
  return Array.isArray(schema.required) && schema.required.includes(name);
}

/**
 * A small value that fits the schema: `text` where text is wanted, otherwise the first of an enumeration, the smallest
 * number, false, or as few items as allowed.
 */
export function fill(schema: JsonSchema, text: string, root: JsonSchema = schema): unknown {
  const one = resolve(schema, root);
  if (one.const !== undefined) return one.const;
  if (Array.isArray(one.enum)) return one.enum[0];
  if (one.default !== undefined) return one.default;
  const type = Array.isArray(one.type) ? one.type.find((name) => name !== 'null') : one.type;
  switch (type ?? (one.properties ? 'object' : 'string')) {
    case 'object':
      return Object.fromEntries(
        propertiesOf(one, root)
          .filter(([name]) => isRequired(one, name))
          .map(([name, inner]) => [name, fill(inner, text, root)]),
      );
    case 'array':
      return Array.from({ length: count(one.minItems) }, () => fill(isSchema(one.items) ? one.items : {}, text, root));
    case 'number':
    case 'integer':
      return smallest(one);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return typeof one.maxLength === 'number' ? text.slice(0, one.maxLength) : text;
  }
}

function smallest({ minimum, maximum, exclusiveMinimum }: JsonSchema): number {
  if (typeof minimum === 'number') return Math.max(minimum, Math.min(0, typeof maximum === 'number' ? maximum : 0));
  if (typeof exclusiveMinimum === 'number' && exclusiveMinimum >= 0) return exclusiveMinimum + 1;
  return typeof maximum === 'number' ? Math.min(0, maximum) : 0;
}

const count = (value: unknown) => (typeof value === 'number' ? value : 0);

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
