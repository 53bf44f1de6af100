/** Items in memory, in the order they were made. */
export function itemStore() {
  const items = new Map();
  let last = 0;
  return {
    list: () => [...items.values()],
    find: (id) => items.get(id),
    add(text) {
      last += 1;
      const item = { id: String(last), text };
      items.set(item.id, item);
      return item;
    },
    remove: (id) => items.delete(id),
  };
}
