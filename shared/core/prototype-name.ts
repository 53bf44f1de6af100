/** What an object literal already has. As a name that a client chose it is lost, or read as something else. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** `constructor`, `__proto__`, `toString` and their like. */
export const isPrototypeName = (name: string): boolean => inherited.has(name);

/** For the client who sent such a field. */
export const NO_SUCH_NAME = 'A field cannot have this name.';

/** In a text that has none of these nothing needs looking through: the name itself, or a letter of it as an escape. */
const suspicious = /__proto__|\\u00(5f|70|72|6f|74)/i;

/**
 * Where in a JSON value a field is called `__proto__`, which copies of objects silently lose. `text` is the JSON it was read
 * from.
 */
export const prototypePath = (value: unknown, text: string): string | undefined => {
  if (!suspicious.test(text)) return undefined;
  const waiting: { value: unknown; path: string[] }[] = [{ value, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const [name, inside] of Object.entries(next.value)) {
      const path = [...next.path, name];
      if (name === '__proto__') return path.join('.');
      waiting.push({ value: inside, path });
    }
  }
  return undefined;
};
