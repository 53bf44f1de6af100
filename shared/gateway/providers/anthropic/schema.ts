import { ARGUMENT_NAMES, isTaken } from '../naming/names.ts';

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Kept as they are. Source: https://platform.claude.com/docs/en/build-with-claude/structured-outputs#json-schema-limitations */
const SUPPORTED = ['type', 'enum', 'const', 'required', 'description', 'title'];
const FORMATS = ['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'uri', 'ipv4', 'ipv6', 'uuid'];
/** Keywords that constrain no value. */
const WITHOUT_CONSTRAINT = [
  '$defs',
  'definitions',
  '$schema',
  '$id',
  '$comment',
  'examples',
  'additionalProperties',
  'strict',
];

/**
 * Whether structured outputs can express a schema without changing its meaning: they close all objects, so no object may
 * allow names that the schema does not list, each value must have a type, and each name be of few characters.
 */
export const isBindable = (schema: Schema): boolean => {
  if (!TYPING.some((key) => key in schema)) return false;
  if (isObject(schema) && isOpen(schema)) return false;
  if (!Object.keys(schema.properties ?? {}).every((name) => isTaken(name, ARGUMENT_NAMES))) return false;
  const { additionalProperties, patternProperties } = schema;
  if (additionalProperties === true || isSchema(additionalProperties) || patternProperties !== undefined) return false;
  return partsOf(schema).every(isBindable);
};

/** Lists no fields, and forbids none. */
const isOpen = ({ properties, additionalProperties }: Schema): boolean =>
  additionalProperties !== false && Object.keys(properties ?? {}).length === 0;

const TYPING = ['type', 'enum', 'const', '$ref', 'properties', 'anyOf', 'oneOf', 'allOf'];

const partsOf = ({ properties, $defs, definitions, items, anyOf, oneOf, allOf }: Schema): Schema[] =>
  [properties, $defs, definitions, [items], anyOf, oneOf, allOf].flatMap((parts) =>
    Object.values(parts ?? {}).filter(isSchema),
  );

/**
 * A JSON schema in the subset that structured outputs support: objects are closed, and an unsupported constraint goes into
 * the description for the model to read, as in the official client. The schema's author still checks the answer.
 */
export const boundSchema = (schema: Schema): Schema => {
  // Beside a reference only definitions have a meaning here.
  if ('$ref' in schema) return { ...definitionsOf(schema), $ref: schema.$ref };
  const bound: Schema = definitionsOf(schema);
  const unsupported: string[] = [];
  for (const [key, value] of Object.entries(schema)) {
    if (SUPPORTED.includes(key) || isKept(key, value)) bound[key] = value;
    else if (key === 'properties') bound[key] = eachOf(value);
    else if (key === 'items' && isSchema(value)) bound[key] = boundSchema(value);
    else if ((key === 'anyOf' || key === 'oneOf' || key === 'allOf') && Array.isArray(value)) {
      bound[key === 'oneOf' ? 'anyOf' : key] = value.map((one) => (isSchema(one) ? boundSchema(one) : one));
    } else if (!WITHOUT_CONSTRAINT.includes(key)) unsupported.push(`${key}: ${JSON.stringify(value)}`);
  }
  if (isObject(schema)) Object.assign(bound, { properties: bound.properties ?? {}, additionalProperties: false });
  if (unsupported.length > 0)
    bound.description = [bound.description, `{${unsupported.join(', ')}}`].filter(Boolean).join('\n\n');
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
