/** Arguments as they are put together from pieces: some servers send an object in place of its text. */
export const writtenOf = (given: unknown): string => {
  if (given === undefined || given === null) return '';
  return typeof given === 'string' ? given : JSON.stringify(given);
};

/** The text of a call's arguments. Empty text means no arguments; JSON inside a JSON string is unwrapped once; anything else stays as written. */
export const argumentsOf = (written: string): string => {
  const text = written.trim();
  if (text === '' || text === 'null') return '{}';
  return (text.startsWith('"') ? unwrapped(text) : undefined) ?? written.toWellFormed();
};

/** An object to its last brace: nothing that continues it can follow. */
export const isWholeObject = (written: string): boolean => {
  const text = written.trim();
  return text.startsWith('{') && text.endsWith('}') && isJson(text);
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

const unwrapped = (text: string): string | undefined => {
  if (!isJson(text)) return undefined;
  const inner: unknown = JSON.parse(text);
  return typeof inner === 'string' && isWholeObject(inner) ? inner.toWellFormed() : undefined;
};
