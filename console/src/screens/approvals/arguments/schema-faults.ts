/** A JSON schema as a tool's author wrote it: nothing about it is certain. */
type Schema = Record<string, unknown>;

/** What is wrong, and where: `content.items.0`. The code is a text's key. */
export type SchemaFault = { path: string; code: string; values: Readonly<Record<string, string | number>> };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
};

const fits = (value: unknown, type: unknown): boolean => {
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value);
  return typeOf(value) === type;
};

const MAX_DEPTH = 12;
const MAX_FAULTS = 10;

type Found = (code: string, values?: SchemaFault['values']) => void;

const ofText = (text: string, { minLength, maxLength }: Schema, found: Found): void => {
  const { length } = [...text];
  if (typeof minLength === 'number' && length < minLength) found('tooShort', { least: minLength });
  if (typeof maxLength === 'number' && length > maxLength) found('tooLong', { most: maxLength });
};

const ofNumber = (value: number, { minimum, maximum }: Schema, found: Found): void => {
  if (typeof minimum === 'number' && value < minimum) found('tooSmall', { least: minimum });
  if (typeof maximum === 'number' && value > maximum) found('tooLarge', { most: maximum });
};

const ofList = (list: readonly unknown[], { minItems, maxItems }: Schema, found: Found): void => {
  if (typeof minItems === 'number' && list.length < minItems) found('tooFew', { least: minItems });
  if (typeof maxItems === 'number' && list.length > maxItems) found('tooMany', { most: maxItems });
};

const ofFields = (value: Record<string, unknown>, schema: Schema, found: Found): void => {
  const { required, properties, additionalProperties } = schema;
  for (const name of Array.isArray(required) ? required : []) {
    if (typeof name === 'string' && !Object.hasOwn(value, name)) found('missing', { name });
  }
  if (additionalProperties !== false || schema.patternProperties !== undefined) return;
  for (const name of Object.keys(value)) {
    if (!isObject(properties) || !Object.hasOwn(properties, name)) found('unknownField', { name });
  }
};

/**
 * The plain mistakes in arguments that a person edits: fields that are missing or unknown, other types, lengths and ranges.
 * Patterns and what refers to elsewhere are the API's to check: a stranger's pattern can be made to run for ever.
 */
export const schemaFaults = (schema: unknown, value: unknown): SchemaFault[] => {
  const faults: SchemaFault[] = [];
  const look = (rules: unknown, at: unknown, path: readonly string[]): void => {
    if (!isObject(rules) || path.length > MAX_DEPTH || faults.length >= MAX_FAULTS) return;
    const found: Found = (code, values = {}) => {
      faults.push({ path: path.join('.'), code, values });
    };
    const types = rules.type === undefined ? [] : [rules.type].flat();
    if (types.length > 0 && !types.some((type) => fits(at, type))) {
      found('type', { type: types.join(', ') });
      return;
    }
    const { enum: allowed } = rules;
    const isListed = (one: unknown): boolean => JSON.stringify(one) === JSON.stringify(at);
    if (Array.isArray(allowed) && !allowed.some(isListed)) {
      found('notListed', { values: allowed.map((one) => JSON.stringify(one)).join(', ') });
    }
    if (typeof at === 'string') ofText(at, rules, found);
    if (typeof at === 'number') ofNumber(at, rules, found);
    if (Array.isArray(at)) {
      ofList(at, rules, found);
      for (const [index, one] of at.entries()) look(rules.items, one, [...path, String(index)]);
    }
    if (!isObject(at)) return;
    ofFields(at, rules, found);
    const properties = isObject(rules.properties) ? rules.properties : {};
    for (const [name, one] of Object.entries(at)) {
      if (Object.hasOwn(properties, name)) look(properties[name], one, [...path, name]);
    }
  };
  look(schema, value, []);
  return faults.slice(0, MAX_FAULTS);
};
