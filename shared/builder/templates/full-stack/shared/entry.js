export const MAX_NAME = 80;
export const MAX_TEXT = 500;

const faultOf = (value, what, most) => {
  if (typeof value !== 'string' || value.trim() === '') return `${what} is missing.`;
  return value.length > most ? `${what} has more than ${most} characters.` : undefined;
};

/** What is wrong with an entry: the field, and a sentence for whoever wrote it. `undefined` if nothing is. */
export function faultIn(entry) {
  const name = faultOf(entry?.name, 'The name', MAX_NAME);
  if (name) return { field: 'name', message: name };
  const text = faultOf(entry?.text, 'The text', MAX_TEXT);
  return text ? { field: 'text', message: text } : undefined;
}
