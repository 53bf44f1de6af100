/** A client that sends more unknown fields than this is told of the first ones. */
const MAX_NAMED = 20;
/** What a name may consist of to go into a header and a log line: anything else could be content. */
const nameable = /^[a-z][\w-]{0,63}$/i;

/**
 * The paths of fields that were sent and that a schema which drops unknown fields did not take, each once:
 * `messages[].name`. A field that is null says nothing and is left out.
 */
export const ignoredFields = (sent: unknown, taken: unknown): string[] => {
  const found = new Set<string>();
  collect(sent, taken, '', found);
  return [...found].slice(0, MAX_NAMED);
};

const collect = (sent: unknown, taken: unknown, path: string, found: Set<string>): void => {
  // Taken as it came: nothing below it was dropped.
  if (sent === taken) return;
  if (Array.isArray(sent)) {
    if (!Array.isArray(taken) || taken.length !== sent.length) return;
    for (const [index, item] of sent.entries()) collect(item, taken[index], `${path}[]`, found);
    return;
  }
  if (!isObject(sent) || !isObject(taken)) return;
  for (const [name, value] of Object.entries(sent)) {
    if (value === null || value === undefined) continue;
    const at = `${path}${path === '' ? '' : '.'}${nameable.test(name) ? name : '?'}`;
    if (Object.hasOwn(taken, name)) collect(value, taken[name], at, found);
    else found.add(at);
  }
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
