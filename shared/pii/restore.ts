import { PLACEHOLDER, type Placeholders } from './placeholders.ts';

export type RestoreOptions = {
  /** `json`: the text is JSON, and values go into its strings. */
  into?: 'text' | 'json';
};

const asJson = (value: string): string => JSON.stringify(value).slice(1, -1);

/** `text` with the values of the session for its placeholders; a placeholder the session never gave stays as it is. */
export const restore = (text: string, placeholders: Placeholders, { into = 'text' }: RestoreOptions = {}): string => {
  if (!text.includes('<')) return text;
  return text.replace(PLACEHOLDER, (placeholder) => {
    const value = placeholders.valueOf(placeholder);
    if (value === undefined) return placeholder;
    return into === 'json' ? asJson(value) : value;
  });
};

/** Parsed JSON, such as the arguments of a tool call, with the values in all its strings and names. */
export const restoreValue = (value: unknown, placeholders: Placeholders): unknown => {
  if (typeof value === 'string') return restore(value, placeholders);
  if (Array.isArray(value)) return value.map((item) => restoreValue(item, placeholders));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [restore(name, placeholders), restoreValue(item, placeholders)]),
  );
};
