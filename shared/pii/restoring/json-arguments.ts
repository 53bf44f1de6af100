import { numberOf, type Placeholders, type PlaceholderType } from '../placeholders.ts';
import { type RestoreOptions, respell, restore } from './restore.ts';
import type { Spellings } from './spellings.ts';

type Schema = { type?: unknown; properties?: Record<string, Schema>; items?: Schema; additionalProperties?: unknown };
type Frame = { schema: Schema | undefined; item: Schema | undefined; isList: boolean };

const string = /"(?:[^"\\]|\\.)*"/gs;
const token = /"(?:[^"\\]|\\.)*"|[[\]{},]/gs;
const wholePlaceholder = /^<([A-Z][A-Z0-9_]{0,39})_[1-9]\d{0,8}>$/;

const schemaOf = (value: unknown): Schema | undefined =>
  typeof value === 'object' && value !== null ? (value as Schema) : undefined;

const allows = (schema: Schema | undefined, types: readonly string[]): boolean =>
  [schema?.type].flat().some((type) => types.includes(type as string));

/** The number that a string stands for: where the schema wants one, or has nothing to say and the value was one. */
const numberFor = (text: string, schema: Schema | undefined, placeholders: Placeholders): string | undefined => {
  const type = wholePlaceholder.exec(text)?.[1] as PlaceholderType | undefined;
  if (type === undefined || allows(schema, ['string'])) return undefined;
  const known = placeholders.numbers?.get(text);
  if (known !== undefined || !allows(schema, ['number', 'integer'])) return known;
  const value = placeholders.valueOf(text);
  return value === undefined ? undefined : numberOf(type, value);
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // A SyntaxError: not JSON.
    return false;
  }
};

/**
 * The arguments of a tool call, with the values in all their strings and names. Everything else stays as it is spelled, so
 * that no number loses digits. `schema` is that of the tool. Arguments that are not JSON are restored as one text.
 */
export const restoreArguments = (
  text: string,
  placeholders: Placeholders,
  schema: unknown,
  options: RestoreOptions = {},
): string => {
  if (!isJson(text)) return restore(text, placeholders, options);
  const frames: Frame[] = [{ schema: undefined, item: schemaOf(schema), isList: true }];
  return text.replace(token, (written, at: number) => {
    const frame = frames.at(-1)!;
    if (written === '{' || written === '[') {
      const inner = frame.item;
      frames.push({
        schema: inner,
        item: written === '[' ? schemaOf(inner?.items) : undefined,
        isList: written === '[',
      });
    } else if (written === '}' || written === ']') frames.pop();
    if (!written.startsWith('"')) return written;
    const said = JSON.parse(written) as string;
    const isName = !frame.isList && /^\s*:/.test(text.slice(at + written.length));
    if (isName) frame.item = schemaOf(frame.schema?.properties?.[said] ?? frame.schema?.additionalProperties);
    const number = isName ? undefined : numberFor(said, frame.item, placeholders);
    if (number !== undefined) return number;
    const restored = restore(said, placeholders, { ...options, into: 'text' });
    return restored === said ? written : JSON.stringify(restored);
  });
};

/**
 * The arguments of a tool call, with the session's placeholders as the model was given them, for values that come later. A `<`
 * is written as itself, as some encoders of JSON escape it.
 */
export const respellArguments = (text: string, placeholders: Placeholders, spellings: Spellings): string => {
  if (!isJson(text)) return respell(text, placeholders, spellings);
  return text.replace(string, (written) => {
    const said = JSON.parse(written) as string;
    const respelled = respell(said, placeholders, spellings);
    return respelled === said && written.includes('<') === said.includes('<') ? written : JSON.stringify(respelled);
  });
};
