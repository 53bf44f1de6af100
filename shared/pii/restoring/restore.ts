import { PLACEHOLDER, type Placeholders } from '../placeholders.ts';
import { type Encoding, FORM_COUNT, type Spellings, spellingOf } from './spellings.ts';

export type RestoreOptions = {
  /** `json`: the text is JSON, and values go into its strings. */
  into?: 'text' | 'json';
  /** Placeholders are also known in the spellings that models give them; without, as they were given alone. */
  spellings?: Spellings | undefined;
};

const asJson = (value: string): string => JSON.stringify(value).slice(1, -1);

const HTML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const encoded = (value: string, encoding: Encoding): string => {
  if (encoding === 'json') return asJson(value);
  if (encoding === 'url') return encodeURIComponent(value.toWellFormed());
  return encoding === 'html' ? value.replace(/[&<>"']/g, (mark) => HTML[mark]!) : value;
};

/** A query is over at a blank, and `&` and `#` begin something else in it. */
const inQuery = /[?&][\w.[\]-]{1,40}=$/;
/** How far to the left of a placeholder the text decides about its value. */
export const RESTORE_CONTEXT = 48;

const valueIn = (value: string, text: string, at: number): string =>
  /[\s&#]/.test(value) && inQuery.test(text.slice(Math.max(0, at - RESTORE_CONTEXT), at))
    ? value.replace(/[\s&#]/g, encodeURIComponent)
    : value;

/** A whole string of JSON that is a placeholder, and no name. */
const numberString = /(?<=[:[,]\s{0,8})(\\{0,4})"(<[A-Z][A-Z0-9_]{0,39}_[1-9]\d{0,8}>)\1"(?!\s{0,8}:)/g;

const withNumbers = (text: string, from: number, { numbers }: Placeholders): string =>
  numbers === undefined || numbers.size === 0
    ? text
    : text.replace(numberString, (string, _, placeholder: string, at: number) =>
        at < from ? string : (numbers.get(placeholder) ?? string),
      );

/** `restore` for the part of a text from `from` on; what stands before it has been restored. */
export const restoreFrom = (
  text: string,
  from: number,
  placeholders: Placeholders,
  { into = 'text', spellings }: RestoreOptions,
): string => {
  const plain: Encoding = into === 'json' ? 'json' : 'plain';
  const numbered = withNumbers(text, from, placeholders);
  const valueAt = (placeholder: string, at: number): string | undefined => {
    const value = placeholders.valueOf(placeholder);
    return value === undefined ? undefined : encoded(valueIn(value, numbered, at), plain);
  };
  if (spellings === undefined) {
    const restored = numbered.replace(PLACEHOLDER, (placeholder, _type, _number, at: number) =>
      at < from ? placeholder : (valueAt(placeholder, at) ?? placeholder),
    );
    return restored.slice(from);
  }
  const restored = numbered.replace(spellings.pattern, (written: string, ...found: unknown[]) => {
    const at = found[FORM_COUNT] as number;
    const { name, encoding } = spellingOf(found.slice(0, FORM_COUNT) as (string | undefined)[]);
    const placeholder = `<${name}>`;
    if (at < from || (written !== placeholder && spellings.typed.has(name))) return written;
    const value = placeholders.valueOf(placeholder);
    if (value === undefined) return written;
    return encoding === 'plain' ? valueAt(placeholder, at)! : encoded(value, encoding);
  });
  return restored.slice(from);
};

/** `text` with the session's placeholders as the model was given them, however it wrote them. */
export const respell = (text: string, placeholders: Placeholders, spellings: Spellings): string =>
  text.replace(spellings.pattern, (written: string, ...found: unknown[]) => {
    const { name } = spellingOf(found.slice(0, FORM_COUNT) as (string | undefined)[]);
    const placeholder = `<${name}>`;
    return spellings.typed.has(name) || placeholders.valueOf(placeholder) === undefined ? written : placeholder;
  });

/** `text` with the values of the session for its placeholders; a placeholder the session never gave stays as it is. */
export const restore = (text: string, placeholders: Placeholders, options: RestoreOptions = {}): string =>
  options.spellings === undefined && !text.includes('<') ? text : restoreFrom(text, 0, placeholders, options);

/** Parsed JSON, such as the arguments of a tool call, with the values in all its strings and names. */
export const restoreValue = (value: unknown, placeholders: Placeholders): unknown => {
  if (typeof value === 'string') return restore(value, placeholders);
  if (Array.isArray(value)) return value.map((item) => restoreValue(item, placeholders));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [restore(name, placeholders), restoreValue(item, placeholders)]),
  );
};
