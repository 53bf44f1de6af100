type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Kept as they are. Source: https://platform.claude.com/docs/en/build-with-claude/structured-outputs#json-schema-limitations */
const KEPT = ['type', 'enum', 'const', 'required', 'description', 'title'];
const FORMATS = ['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'uri', 'ipv4', 'ipv6', 'uuid'];
/** They say nothing about a value. */
const SILENT = ['$defs', 'definitions', '$schema', '$id', '$comment', 'examples', 'additionalProperties', 'strict'];

/**
 * Whether a model can be bound to a schema without saying something else: objects are closed here, so none may have names
 * that the schema does not know, and each value has to have a type.
 */
export const isBindable = (schema: Schema): boolean => {
  if (!SAYING.some((key) => key in schema)) return false;
  if (isObject(schema) && isOpen(schema)) return false;
  const { additionalProperties, patternProperties } = schema;
  if (additionalProperties === true || isSchema(additionalProperties) || patternProperties !== undefined) return false;
  return partsOf(schema).every(isBindable);
};

/** Names none of its fields, and forbids none. */
const isOpen = ({ properties, additionalProperties }: Schema): boolean =>
  additionalProperties !== false && Object.keys(properties ?? {}).length === 0;

const SAYING = ['type', 'enum', 'const', '$ref', 'properties', 'anyOf', 'oneOf', 'allOf'];

const partsOf = ({ properties, $defs, definitions, items, anyOf, oneOf, allOf }: Schema): Schema[] =>
  [properties, $defs, definitions, [items], anyOf, oneOf, allOf].flatMap((parts) =>
    Object.values(parts ?? {}).filter(isSchema),
  );

/**
 * A JSON schema as this API can bind a model to it: objects are closed, and a constraint it does not know is told to the
 * model in the description, as the official client does it. The schema's author checks the answer against their own.
 */
export const boundSchema = (schema: Schema): Schema => {
  // Beside a reference nothing but definitions has a meaning here.
  if ('$ref' in schema) return { ...definitionsOf(schema), $ref: schema.$ref };
  const bound: Schema = definitionsOf(schema);
  const told: string[] = [];
  for (const [key, value] of Object.entries(schema)) {
    if (KEPT.includes(key) || isKept(key, value)) bound[key] = value;
    else if (key === 'properties') bound[key] = eachOf(value);
    else if (key === 'items' && isSchema(value)) bound[key] = boundSchema(value);
    else if ((key === 'anyOf' || key === 'oneOf' || key === 'allOf') && Array.isArray(value)) {
      bound[key === 'oneOf' ? 'anyOf' : key] = value.map((one) => (isSchema(one) ? boundSchema(one) : one));
    } else if (!SILENT.includes(key)) told.push(`${key}: ${JSON.stringify(value)}`);
  }
  if (isObject(schema)) Object.assign(bound, { properties: bound.properties ?? {}, additionalProperties: false });
  if (told.length > 0) bound.description = [bound.description, `{${told.join(', ')}}`].filter(Boolean).join('\n\n');
  return bound;
};

const isKept = (key: string, value: unknown): boolean =>
  (key === 'format' && FORMATS.includes(String(value))) || (key === 'minItems' && (value === 0 || value === 1));

const isObject = ({ type, properties }: Schema): boolean =>
  type === 'object' || (Array.isArray(type) && type.includes('object')) || isSchema(properties);

const definitionsOf = ({ $defs, definitions }: Schema): Schema => ({
  ...($defs !== undefined && { $defs: eachOf($defs) }),
  ...(definitions !== undefined && { definitions: eachOf(definitions) }),
});

const eachOf = (schemas: unknown): unknown =>
  isSchema(schemas)
    ? Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, isSchema(one) ? boundSchema(one) : one]))
    : schemas;
