/** A place in the console, as its address says it: `/console/plans/run_1?round=2`. */
export type Place = { screen: string; item: string | undefined; query: Readonly<Record<string, string>> };

/** The place an address names. `home` is what the addresses of the console begin with. */
export const placeAt = (home: string, { pathname, search }: { pathname: string; search: string }): Place => {
  const rest = pathname.startsWith(home) ? pathname.slice(home.length) : '';
  const [screen = '', item] = rest.split('/').filter(Boolean).map(decoded);
  return { screen, item, query: Object.fromEntries(new URLSearchParams(search)) };
};

export type Target = { screen: string; item?: string | undefined; query?: Record<string, string | undefined> };

/** The address of a place, from the root of the origin; what is `undefined` is left out. */
export const addressOf = (home: string, { screen, item, query = {} }: Target): string => {
  const path = [home, screen, ...(item === undefined ? [] : [encodeURIComponent(item)])].filter(Boolean).join('/');
  const asked = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(asked).toString();
  return search ? `${path}?${search}` : path;
};

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    // A half of an escape sequence: somebody typed it.
    return part;
  }
};
