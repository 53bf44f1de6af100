/** Rows that several pages have in common, added up: those with the same key become one, in the order they first came. */
export const summed = <T extends object>(rows: readonly T[], keyOf: (row: T) => string): T[] => {
  const byKey = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    const before = byKey.get(key);
    byKey.set(key, before ? added(before, row) : row);
  }
  return [...byKey.values()];
};

const added = <T extends object>(one: T, other: T): T =>
  Object.fromEntries(
    Object.entries(one).map(([name, value]) => {
      const more = (other as Record<string, unknown>)[name];
      return [name, typeof value === 'number' && typeof more === 'number' ? value + more : value];
    }),
  ) as T;
